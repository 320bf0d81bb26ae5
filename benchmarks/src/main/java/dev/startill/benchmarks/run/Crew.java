package dev.startill.benchmarks.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** All processes of one contestant: one, or several nodes that share their books. */
final class Crew implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(60);
  private static final int LOOKS_EVERY_MILLIS = 5;

  private final List<Bot> bots = new ArrayList<>();
  private final double startMillis;

  private Crew(Bot first, double startMillis) {
    this.bots.add(first);
    this.startMillis = startMillis;
  }

  /**
   * Starts a process for each stall; the others follow when the first one sells.
   *
   * @param invoice comes when the first one sells
   */
  static Crew start(Contestant contestant, List<Stall> stalls, CompletableFuture<Long> invoice)
      throws IOException, InterruptedException {
    var first = Bot.start(contestant, stalls.get(0));
    try {
      var crew = new Crew(first, first.await(invoice, TO_START) / 1e6);
      for (var stall : stalls.subList(1, stalls.size())) {
        crew.bots.add(Bot.start(contestant, stall));
        awaitListener(stall.port());
      }
      return crew;
    } catch (IOException | InterruptedException | RuntimeException e) {
      first.close();
      throw e;
    }
  }

  /** From the first one's start to its first invoice. */
  double startMillis() {
    return startMillis;
  }

  /** Of all together. */
  Usage usage() {
    return bots.stream().map(Bot::usage).reduce(Usage.NONE, Usage::plus);
  }

  /** Asks each to end, and sees to it. */
  @Override
  public void close() {
    bots.forEach(Bot::close);
  }

  private static void awaitListener(int port) throws InterruptedException {
    var end = System.nanoTime() + TO_START.toNanos();
    while (!listens(port)) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("Nobody listens at port " + port);
      }
      Thread.sleep(LOOKS_EVERY_MILLIS);
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException refused) {
      return false;
    }
  }
}

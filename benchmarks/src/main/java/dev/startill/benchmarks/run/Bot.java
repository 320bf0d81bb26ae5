package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A contestant's process that runs. What it says goes into a file beside its data. */
final class Bot implements AutoCloseable {
  private static final Duration TO_STOP = Duration.ofSeconds(10);

  private final Process process;
  private final Path log;
  private final long begun;

  /** Whoever interrupts the driver does not want to look for its bots. */
  private final Thread end = new Thread(this::destroy);

  private Bot(Process process, Path log, long begun) {
    this.process = process;
    this.log = log;
    this.begun = begun;
  }

  static Bot start(Contestant contestant, Stall stall) throws IOException {
    var log = stall.folder().resolve("log.txt");
    var builder = contestant.opener().open(stall).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    var begun = System.nanoTime();
    var bot = new Bot(builder.start(), log, begun);
    Runtime.getRuntime().addShutdownHook(bot.end);
    return bot;
  }

  /** Nanoseconds from its start to what it was waited for. */
  long await(CompletableFuture<Long> sign, Duration atMost)
      throws IOException, InterruptedException {
    while (process.isAlive() && System.nanoTime() - begun < atMost.toNanos()) {
      try {
        return sign.get(100, TimeUnit.MILLISECONDS) - begun;
      } catch (TimeoutException e) {
        // Not yet.
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    throw new IllegalStateException("It sold nothing:\n" + Files.readString(log));
  }

  Usage usage() {
    return Usage.of(process.toHandle());
  }

  /** SIGKILL, for all that it started as well. */
  void kill() throws InterruptedException {
    destroy();
    process.waitFor();
  }

  /** Asks it to end, and sees to it. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(TO_STOP.toSeconds(), TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      destroy();
    }
    Runtime.getRuntime().removeShutdownHook(end);
  }

  private void destroy() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}

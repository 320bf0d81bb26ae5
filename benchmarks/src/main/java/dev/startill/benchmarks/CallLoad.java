package dev.startill.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.util.stream.Stream;

/**
 * Bots that call a Bot API as fast as it answers: each on a connection of its own, one call at a
 * time, getUpdates and sendMessage in turn. Each getUpdates finds the one update that is never
 * confirmed, so that every answer has something in it. One thread plays them all.
 *
 * <p>{@code CallLoad API BOTS WARM_UP MESSAGES [NAME=PID…]}: the first messages warm up and are not
 * counted.
 */
public final class CallLoad {
  private static final int NEEDED = 4;
  private static final int FIRST_BOT = 7_100_000;

  private final Selector selector;
  private int left;

  private CallLoad(Selector selector) {
    this.selector = selector;
  }

  /** Runs it and prints what it measured. */
  public static void main(String[] args) throws IOException {
    if (args.length < NEEDED) {
      System.err.println("usage: CallLoad API BOTS WARM_UP MESSAGES [NAME=PID…]");
      System.exit(2);
    }
    var api = URI.create(args[0]);
    int bots = Integer.parseInt(args[1]);
    var programs = new Programs(Stream.of(args).skip(NEEDED));
    try (var selector = Selector.open()) {
      var load = new CallLoad(selector);
      for (int i = 0; i < bots; i++) {
        load.join(api, FIRST_BOT + i);
      }
      load.send(Integer.parseInt(args[2]));
      load.measure(Integer.parseInt(args[3]), bots, programs);
    }
  }

  /** A bot with a buyer who has written to it once. */
  private void join(URI api, int bot) throws IOException {
    var token = bot + ":benchmark";
    try (var wire = new Wire(api)) {
      var me = wire.get("/bot" + token + "/getMe");
      assert me.contains("\"ok\":true");
      var user = wire.post("/sandbox/users", "{\"first_name\":\"Buyer\"}");
      long id = Events.number(user, "\"id\":");
      var said =
          wire.post(
              "/sandbox/users/" + id + "/messages", "{\"bot\":" + bot + ",\"text\":\"/buy\"}");
      assert said.startsWith("{");
      var address = new InetSocketAddress(api.getHost(), api.getPort());
      new Caller(selector, address, api.getAuthority(), token, id).call();
    }
  }

  private void measure(int messages, int bots, Programs programs) throws IOException {
    programs.begin();
    long begun = System.nanoTime();
    send(messages);
    double seconds = (System.nanoTime() - begun) / 1e9;
    int calls = 2 * messages;
    System.out.printf(
        "%d bots: %d calls (half of them getUpdates, half sendMessage) in %.1f s = %.0f calls/s%n",
        bots, calls, seconds, calls / seconds);
    programs.print("call", calls);
  }

  /** Lets the callers go on until so many messages were sent and answered. */
  private void send(int messages) throws IOException {
    left = messages;
    while (left > 0) {
      selector.select(
          key -> {
            if (((Caller) key.attachment()).answered() && left > 0) {
              left--;
            }
          });
    }
  }
}

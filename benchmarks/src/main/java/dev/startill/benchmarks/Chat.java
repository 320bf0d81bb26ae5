package dev.startill.benchmarks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** What one buyer sees arrive. The event stream writes, the buyer reads. */
final class Chat {
  private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

  void arrived(JsonNode message) {
    messages.add(message);
  }

  /** The next message that is one of these; what comes before it is skipped. */
  JsonNode await(Predicate<JsonNode> wanted, String what) throws InterruptedException {
    while (true) {
      var message = messages.poll(30, TimeUnit.SECONDS);
      if (message == null) {
        throw new IllegalStateException("No " + what + " came within 30 seconds.");
      }
      if (wanted.test(message)) {
        return message;
      }
    }
  }
}

package dev.startill.benchmarks.run;

import java.net.URI;
import java.nio.file.Path;

/**
 * Where a bot is to sell.
 *
 * @param updates how it is to get its updates
 * @param api where its Telegram is
 * @param port that it may listen at
 * @param webhook where Telegram is to post to; several nodes have one
 * @param folder for what it keeps, its own
 * @param store the URL of its books, for whoever wants one
 */
record Stall(Mode updates, URI api, int port, URI webhook, Path folder, String store) {
  /** A bot's token, which is nobody's. */
  static final String TOKEN = "7000000001:a_token_of_a_shop_in_a_benchmark_01";

  /** What a webhook's posts carry. */
  static final String SECRET = "a-secret-of-a-benchmark";

  /** How updates come. */
  enum Mode {
    POLLING,
    WEBHOOK;

    @Override
    public String toString() {
      return this == POLLING ? "polling" : "webhook";
    }
  }

  /** What posts reach at this port. */
  static URI webhookAt(int port) {
    return URI.create("http://127.0.0.1:%d/telegram".formatted(port));
  }
}

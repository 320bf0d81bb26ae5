package dev.startill.benchmarks;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What one buyer is sent. The event stream writes, the buyer reads. */
final class Chat {
  private static final long PATIENCE_SECONDS = 30;

  /** A message of the bot: an invoice, or what was bought. */
  record Post(long id, boolean isInvoice) {}

  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();

  void arrived(Post post) {
    posts.add(post);
  }

  /** The next invoice; what comes before it is skipped. */
  Post awaitInvoice() throws InterruptedException {
    return await(true);
  }

  /** The next goods; what comes before them is skipped. */
  Post awaitGoods() throws InterruptedException {
    return await(false);
  }

  private Post await(boolean invoice) throws InterruptedException {
    while (true) {
      var post = posts.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (post == null) {
        throw new IllegalStateException(
            "No %s within %d s.".formatted(invoice ? "invoice" : "goods", PATIENCE_SECONDS));
      }
      if (post.isInvoice() == invoice) {
        return post;
      }
    }
  }
}

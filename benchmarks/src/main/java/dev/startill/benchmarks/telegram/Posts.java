package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.Fields;
import dev.startill.benchmarks.wire.HttpClient;
import dev.startill.benchmarks.wire.Loop;
import dev.startill.benchmarks.wire.Message;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A webhook: each update is posted until the bot says 200, whose body may be a call in itself. One
 * that was not taken is posted again after 200 ms, sooner than Telegram would, so that a bot that
 * was killed finds work when it is back. For the loop's thread.
 */
final class Posts implements Outlet {
  private static final long AGAIN = TimeUnit.MILLISECONDS.toNanos(200);
  private static final int TAKEN = 200;
  private static final int SHORTEST_CALL = 12;

  private final Loop loop;
  private final long halfTrip;
  private final BiConsumer<String, Fields> inReply;
  private final String path;
  private final HttpClient client;

  Posts(Loop loop, long halfTrip, Call.SetWebhook hook, BiConsumer<String, Fields> inReply) {
    this.loop = loop;
    this.halfTrip = halfTrip;
    this.inReply = inReply;
    var url = URI.create(hook.url());
    var secret =
        hook.secret().isEmpty()
            ? ""
            : "X-Telegram-Bot-Api-Secret-Token: %s\r\n".formatted(hook.secret());
    this.path = url.getPath();
    this.client = new HttpClient(loop, url.getPort(), hook.connections(), secret);
  }

  @Override
  public void tell(long id, Bytes update) {
    loop.after(halfTrip, () -> client.post(path, update, response -> heard(id, update, response)));
  }

  @Override
  public boolean repeatsKeepTheirNumber() {
    return true;
  }

  private void heard(long id, Bytes update, @Nullable Message response) {
    if (response == null || response.status() != TAKEN) {
      loop.after(AGAIN, () -> tell(id, update));
    } else if (response.length() >= SHORTEST_CALL) {
      var fields = response.body();
      var method = fields.text("method");
      if (!method.isEmpty()) {
        inReply.accept(method, fields);
      }
    }
  }
}

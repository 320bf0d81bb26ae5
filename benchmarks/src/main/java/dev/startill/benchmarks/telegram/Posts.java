package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Bytes;
import dev.startill.benchmarks.wire.Fields;
import dev.startill.benchmarks.wire.HttpClient;
import dev.startill.benchmarks.wire.Loop;
import dev.startill.benchmarks.wire.Message;
import java.net.URI;
import java.util.List;
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
  private final List<HttpClient> clients;
  private int turn;

  /**
   * Where to.
   *
   * @param hook what the bot asked for
   * @param nodes ports that take turns; if there are none, all goes to the hook's own
   */
  record Route(Call.SetWebhook hook, List<Integer> nodes) {
    List<Integer> ports() {
      return nodes.isEmpty() ? List.of(URI.create(hook.url()).getPort()) : nodes;
    }
  }

  Posts(Loop loop, long halfTrip, Route route, BiConsumer<String, Fields> inReply) {
    var hook = route.hook;
    this.loop = loop;
    this.halfTrip = halfTrip;
    this.inReply = inReply;
    var secret =
        hook.secret().isEmpty()
            ? ""
            : "X-Telegram-Bot-Api-Secret-Token: %s\r\n".formatted(hook.secret());
    this.path = URI.create(hook.url()).getPath();
    var ports = route.ports();
    var share = Math.max(1, hook.connections() / ports.size());
    this.clients = ports.stream().map(port -> new HttpClient(loop, port, share, secret)).toList();
  }

  @Override
  public void tell(long id, Bytes update) {
    var client = clients.get(turn++ % clients.size());
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

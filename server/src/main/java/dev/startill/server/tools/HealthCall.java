package dev.startill.server.tools;

import dev.startill.server.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a server of this machine how it is. */
final class HealthCall {
  /** For all of it: whoever listens there may be anybody, and may never come to an end. */
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  /** Ours is a few hundred bytes long. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private static final int UNAVAILABLE = 503;

  private HealthCall() {}

  /** Why it cannot sell; nothing if it can, or is not to be asked at this address. */
  static Optional<String> reason(Config.Http http) {
    return http.port() == 0 ? Optional.empty() : within(new FutureTask<>(() -> asked(http)));
  }

  private static Optional<String> within(FutureTask<Optional<String>> call) {
    Thread.ofVirtual().name("startill-health").start(call);
    try {
      return call.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      call.cancel(true);
    }
  }

  private static Optional<String> asked(Config.Http http) {
    try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      try {
        return asked(client, HttpRequest.newBuilder(health(http)).timeout(PATIENCE).build());
      } finally {
        client.shutdownNow();
      }
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      return Optional.empty(); // A node elsewhere serves the store, or the page is about to open.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> asked(HttpClient client, HttpRequest request)
      throws IOException, InterruptedException {
    var answer = client.send(request, BodyHandlers.ofInputStream());
    try (var body = answer.body()) {
      return answer.statusCode() == UNAVAILABLE
          ? Optional.of(
                  JsonMapper.shared()
                      .readTree(body.readNBytes(LONGEST_ANSWER))
                      .path("reason")
                      .asString(""))
              .filter(reason -> !reason.isEmpty())
          : Optional.empty();
    }
  }

  /** By its number: the name of a host may be none in a URI, as {@code my_shop} is. */
  private static URI health(Config.Http http) throws IOException {
    var bound = InetAddress.getByName(http.bind());
    var address = bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound;
    var host = address.getHostAddress().replace("%", "%25");
    return URI.create(
        "http://%s:%d/health".formatted(host.contains(":") ? "[" + host + "]" : host, http.port()));
  }
}

package dev.startill.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A load balancer as simple as they come: each request to the next server, and to the one after
 * that if it refuses or is silent; the reply goes back as it came. What a silent one thaws to is
 * handled twice, as in real life.
 */
final class Balancer implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Pattern CHARGE =
      Pattern.compile("\"telegram_payment_charge_id\" *: *\"([^\"]+)\"");
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final List<String> PASSED_ON = List.of("Content-Type", "Retry-After");

  private final HttpServer server;
  private final List<URI> targets;
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicInteger turn = new AtomicInteger();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private Balancer(HttpServer server, List<URI> targets) {
    this.server = server;
    this.targets = targets;
  }

  /** Before these servers, on a free port. */
  static Balancer before(List<URI> targets) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var balancer = new Balancer(HttpServer.create(address, 0), targets);
      balancer.server.setExecutor(balancer.threads);
      balancer.server.createContext("/", balancer::pass);
      balancer.server.start();
      return balancer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  /** The charges whose payments a server took. */
  Set<String> acknowledged() {
    return Set.copyOf(acknowledged);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
    client.close();
  }

  private void pass(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var path = exchange.getRequestURI().getPath();
    var secret = exchange.getRequestHeaders().getFirst(SECRET);
    var reply = Optional.<HttpResponse<String>>empty();
    for (var tries = 0; reply.isEmpty() && tries < targets.size(); tries++) {
      var target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
      reply =
          ask(
              HttpRequest.newBuilder(target.resolve(path))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .header(SECRET, secret == null ? "" : secret)
                  .POST(BodyPublishers.ofByteArray(body))
                  .build());
    }
    if (reply.filter(given -> given.statusCode() == 200).isPresent()) {
      CHARGE
          .matcher(new String(body, StandardCharsets.UTF_8))
          .results()
          .forEach(found -> acknowledged.add(found.group(1)));
    }
    if (reply.isPresent()) {
      passOn(reply.get(), exchange);
    } else {
      exchange.sendResponseHeaders(502, -1);
    }
    exchange.close();
  }

  private static void passOn(HttpResponse<String> reply, HttpExchange exchange) throws IOException {
    for (var name : PASSED_ON) {
      reply
          .headers()
          .firstValue(name)
          .ifPresent(value -> exchange.getResponseHeaders().set(name, value));
    }
    var body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(reply.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private Optional<HttpResponse<String>> ask(HttpRequest request) {
    try {
      return Optional.of(client.send(request, BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}

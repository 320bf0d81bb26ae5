package dev.startill.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A tiny Bot API that says what it is told to say, well-behaved or not, and remembers who asked.
 * Threads share it. It knows no state: for that there is the sandbox.
 */
public final class ScriptedBotApi implements AutoCloseable {
  static {
    // Otherwise each answer waits 40 ms for the acknowledgement of its head.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  /**
   * A call that came in.
   *
   * @param path whole, with the token
   * @param method as it was spelt
   * @param parameters as text
   */
  public record Call(String path, String method, Map<String, String> parameters) {}

  /** What to do with a call. */
  @FunctionalInterface
  public interface Behaviour {
    /** Answers it, or does not. */
    void act(HttpExchange exchange, Call call) throws IOException;
  }

  private ScriptedBotApi(HttpServer server) {
    this.server = server;
  }

  /** On a free port of this machine. */
  public static ScriptedBotApi start() {
    try {
      var server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
      var api = new ScriptedBotApi(server);
      server.createContext("/", api::handle);
      server.setExecutor(api.threads);
      server.start();
      return api;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it is. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, this method behaves so. */
  public void on(String method, Behaviour behaviour) {
    behaviours.put(method.toLowerCase(Locale.ROOT), behaviour);
  }

  /** From now on, every method without a behaviour of its own behaves so. */
  public void onAll(Behaviour behaviour) {
    behaviours.put("*", behaviour);
  }

  /** The calls of this method so far, oldest first. */
  public List<Call> calls(String method) {
    return calls.stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
  }

  /** The only call of this method. */
  public Call only(String method) {
    var found = calls(method);
    if (found.size() != 1) {
      throw new AssertionError(found.size() + " calls of " + method + " instead of one");
    }
    return found.get(0);
  }

  /** Success with this result, a piece of JSON. */
  public static Behaviour result(String json) {
    return answer(200, "application/json", "{\"ok\":true,\"result\":" + json + "}");
  }

  /** The Bot API's refusal. */
  public static Behaviour error(int code, String description) {
    return answer(
        code,
        "application/json",
        "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description));
  }

  /** Too many requests: wait so long. */
  public static Behaviour tooMany(int seconds) {
    return answer(
        429,
        "application/json",
        ("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after %d\","
                + "\"parameters\":{\"retry_after\":%d}}")
            .formatted(seconds, seconds));
  }

  /** Any answer. */
  public static Behaviour answer(int status, String contentType, String body) {
    return (exchange, call) -> {
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", contentType);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
      exchange.close();
    };
  }

  /** Hangs up without a word. */
  public static Behaviour hangUp() {
    return (exchange, call) -> exchange.close();
  }

  /** Promises more than it sends, and hangs up. */
  public static Behaviour half(String body) {
    return (exchange, call) -> {
      exchange.sendResponseHeaders(200, body.length() + 100L);
      exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("hung up on purpose");
    };
  }

  /** A body without an end. */
  public static Behaviour endless() {
    return (exchange, call) -> {
      exchange.sendResponseHeaders(200, 0);
      var spaces = " ".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
      while (true) {
        exchange.getResponseBody().write(spaces);
      }
    };
  }

  /** Never answers, until it is closed. */
  public Behaviour silence() {
    return (exchange, call) -> {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
    };
  }

  /** First this, then that for ever. */
  public static Behaviour firstThen(Behaviour first, Behaviour then) {
    var begun = new AtomicBoolean();
    return (exchange, call) ->
        (begun.compareAndSet(false, true) ? first : then).act(exchange, call);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var path = exchange.getRequestURI().getPath();
    var call =
        new Call(
            path,
            path.substring(path.lastIndexOf('/') + 1),
            Parameters.of(type == null ? "" : type, body));
    calls.add(call);
    var behaviour =
        behaviours.getOrDefault(
            call.method().toLowerCase(Locale.ROOT), behaviours.getOrDefault("*", result("true")));
    behaviour.act(exchange, call);
  }
}

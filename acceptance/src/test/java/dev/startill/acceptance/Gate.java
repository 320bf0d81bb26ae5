package dev.startill.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What stands between the server and Telegram and sometimes answers in its place, as proxies do. A
 * call that it spoils has reached Telegram all the same.
 */
final class Gate implements AutoCloseable {
  /** What a call gets. */
  enum Mood {
    GOOD,
    HTML,
    HALF_A_JSON,
    NOTHING,
    /** Telegram's own answer, but not before {@link #opens}. */
    LATE
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
  private final URI telegram;
  private volatile Mood mood = Mood.GOOD;
  private volatile String method = "";
  private volatile CountDownLatch closed = new CountDownLatch(0);

  Gate(URI telegram) throws IOException {
    this.telegram = telegram;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on, for every call. */
  void isNow(Mood next) {
    isNow(next, "");
  }

  /** From now on, for the calls of one method; the others are well. */
  void isNow(Mood next, String only) {
    closed = new CountDownLatch(next == Mood.LATE ? 1 : 0);
    method = only;
    mood = next;
  }

  /** Lets go what was late, and all is well. */
  void opens() {
    mood = Mood.GOOD;
    closed.countDown();
  }

  private Mood moodFor(String path) {
    return path.endsWith("/" + method) || method.isEmpty() ? mood : Mood.GOOD;
  }

  @Override
  public void close() {
    opens();
    server.stop(0);
    http.shutdownNow();
    threads.shutdownNow();
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request =
          HttpRequest.newBuilder(telegram.resolve(exchange.getRequestURI()))
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()))
              .build();
      var answer = http.send(request, BodyHandlers.ofByteArray());
      // Only now: a poll that Telegram held meets the mood of the moment that it ends.
      var latch = closed;
      var now = moodFor(exchange.getRequestURI().getPath());
      switch (now) {
        case GOOD -> say(exchange, answer.statusCode(), answer.body());
        case LATE -> {
          latch.await();
          say(exchange, answer.statusCode(), answer.body());
        }
        case HTML -> say(exchange, 502, "<html><h1>502 Bad Gateway</h1></html>");
        case HALF_A_JSON -> say(exchange, 200, "{\"ok\":true,\"result\":[{\"update_id\":1,\"mes");
        case NOTHING -> say(exchange, 200, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(HttpExchange exchange, int status, String text) throws IOException {
    say(exchange, status, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void say(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }
}

package dev.startill.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bot's own web server, to which updates are posted. */
final class Receiver implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** One POST: the secret it came with, and the update. */
  record Post(String secret, JsonNode update) {}

  /** What the bot's server answers. */
  record Reply(int status, String retryAfter, String body, String type) {
    Reply(int status, String retryAfter, String body) {
      this(status, retryAfter, body, "application/json");
    }

    static Reply ok() {
      return new Reply(200, "", "");
    }
  }

  private final BlockingQueue<Post> posts = new LinkedBlockingQueue<>();
  private final Queue<String> shapes = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  Receiver(Function<Post, Reply> bot) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/hook",
        exchange -> {
          var secret = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
          var body = JSON.readTree(exchange.getRequestBody().readAllBytes());
          shapes.addAll(BotApiSchema.updateFaults(body, Client.SEEN));
          var post = new Post(secret == null ? "" : secret, body);
          var reply = bot.apply(post);
          posts.add(post);
          if (!reply.retryAfter().isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", reply.retryAfter());
          }
          var bytes = reply.body().getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", reply.type());
          exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  Post next() {
    try {
      var post = posts.poll(10, TimeUnit.SECONDS);
      if (!shapes.isEmpty()) {
        throw new AssertionError("not as Telegram's: " + shapes);
      }
      if (post == null) {
        throw new AssertionError("no update was posted");
      }
      return post;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  boolean isEmpty() {
    return posts.isEmpty();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

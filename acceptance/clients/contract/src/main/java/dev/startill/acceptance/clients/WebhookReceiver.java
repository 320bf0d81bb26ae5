package dev.startill.acceptance.clients;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Takes Telegram's posts on a free port and hands their bodies on: the few lines that libraries
 * without a web server of their own leave to their users. A body is taken when the handler has
 * returned; a post without the secret is not read.
 */
public final class WebhookReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final String secret;
  private final Consumer<String> updates;

  /** Listens at once. */
  public WebhookReceiver(String secret, Consumer<String> updates) throws IOException {
    this.secret = secret;
    this.updates = updates;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/telegram", this::take);
    server.start();
  }

  /** The address to give to setWebhook. */
  public String url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/telegram").toString();
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      var told = exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token");
      if (!secret.equals(told)) {
        exchange.sendResponseHeaders(401, -1);
        return;
      }
      var body = exchange.getRequestBody().readAllBytes();
      updates.accept(new String(body, StandardCharsets.UTF_8));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}

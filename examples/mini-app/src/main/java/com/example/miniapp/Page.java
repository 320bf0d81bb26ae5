package com.example.miniapp;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.startill.Startill;
import dev.startill.port.StartillException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page and its two questions: a link to an invoice, and how many gems there are. Each
 * brings the init data along, so no session is kept. Threads share it.
 */
final class Page implements AutoCloseable {
  private static final int LONGEST_INIT_DATA = 8 * 1024;
  private static final Map<String, String> PRODUCTS =
      Map.of("/invoice/gems-100", "gems-100", "/invoice/gems-500", "gems-500");

  private final Startill startill;
  private final Gems gems;
  private final InitData initData;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;

  Page(Startill startill, Gems gems, InitData initData, int port) {
    this.startill = startill;
    this.gems = gems;
    this.initData = initData;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Port %d is taken.".formatted(port), e);
    }
    server.setExecutor(threads);
    server.createContext("/", Page::page);
    server.createContext("/invoice/", exchange -> answer(exchange, this::invoice));
    server.createContext("/gems", exchange -> answer(exchange, (path, buyer) -> count(buyer)));
    server.start();
  }

  private interface Question {
    String answer(String path, long buyer);
  }

  /** A link that this buyer alone may pay, once, within a quarter of an hour. */
  private String invoice(String path, long buyer) {
    return startill
        .sell(Objects.requireNonNull(PRODUCTS.get(path)))
        .to(buyer)
        .once()
        .validFor(Duration.ofMinutes(15))
        .link()
        .url()
        .toString();
  }

  private String count(long buyer) {
    return Long.toString(gems.of(buyer));
  }

  private void answer(HttpExchange exchange, Question question) throws IOException {
    var body = exchange.getRequestBody().readNBytes(LONGEST_INIT_DATA);
    var buyer = initData.buyer(new String(body, StandardCharsets.UTF_8));
    var path = exchange.getRequestURI().getPath();
    if (buyer.isEmpty()) {
      send(exchange, 403, "text/plain", "Open this page in Telegram.");
    } else if (!path.equals("/gems") && !PRODUCTS.containsKey(path)) {
      send(exchange, 404, "text/plain", "This is not for sale.");
    } else {
      try {
        send(exchange, 200, "text/plain", question.answer(path, buyer.getAsLong()));
      } catch (StartillException e) {
        send(exchange, 503, "text/plain", "Try again in a moment.");
      }
    }
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (var page = Objects.requireNonNull(Page.class.getResourceAsStream("page.html"))) {
      var text = new String(page.readAllBytes(), StandardCharsets.UTF_8);
      send(exchange, 200, "text/html", text);
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}

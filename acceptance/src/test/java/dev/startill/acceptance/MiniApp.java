package dev.startill.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * Somebody's Mini App and the bot behind it: a page, a check of its init data with the bot's token,
 * and a bot that approves.
 */
final class MiniApp implements AutoCloseable {
  private final Box box;
  private final HttpServer server;
  private final Thread bot = Thread.ofVirtual().unstarted(this::sell);
  private volatile boolean closed;

  MiniApp(Box box) {
    this.box = box;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/app", MiniApp::page);
    server.createContext("/check", MiniApp::check);
    server.start();
    bot.start();
  }

  /** The bot's menu button leads to the page, which sells what this link asks for. */
  void isBehindTheMenuButton(String link) {
    call(
        "setChatMenuButton",
        """
        {"menu_button": {"type": "web_app", "text": "Shop", "web_app": {"url": "%s"}}}
        """
            .formatted(address(link)));
  }

  /** A link over fifty Stars. */
  String link() {
    return call(
            "createInvoiceLink",
            """
            {"title": "Guide", "description": "A guide", "payload": "guide", "currency": "XTR",
             "prices": [{"label": "Guide", "amount": 50}]}
            """)
        .asString();
  }

  @Override
  public void close() {
    closed = true;
    bot.interrupt();
    server.stop(0);
  }

  private URI address(String link) {
    var slug = link.substring(link.indexOf('$') + 1);
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app?slug=" + slug);
  }

  private void sell() {
    long offset = 0;
    while (!closed) {
      for (var update : call("getUpdates", "{\"timeout\": 1, \"offset\": " + offset + "}")) {
        offset = update.path("update_id").asLong() + 1;
        var query = update.path("pre_checkout_query").path("id").asString("");
        if (!query.isEmpty()) {
          call(
              "answerPreCheckoutQuery",
              "{\"ok\": true, \"pre_checkout_query_id\": \"" + query + "\"}");
        }
      }
    }
  }

  private JsonNode call(String method, String body) {
    return box.asBot(method, Json.read(body));
  }

  private static void page(HttpExchange exchange) throws IOException {
    try (var page = MiniApp.class.getResourceAsStream("miniapp.html")) {
      answer(exchange, "text/html", page.readAllBytes());
    }
  }

  /** As core.telegram.org/bots/webapps tells those who receive init data to check it. */
  private static void check(HttpExchange exchange) throws IOException {
    var fields = new TreeMap<String, String>();
    var data = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    for (var pair : data.split("&", -1)) {
      var parts = pair.split("=", 2);
      fields.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    var hash = fields.remove("hash");
    boolean genuine = HexFormat.of().formatHex(signature(fields)).equals(hash);
    var words = genuine ? "genuine" : "forged";
    answer(exchange, "text/plain", words.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] signature(Map<String, String> fields) {
    var text =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining("\n"));
    return hmac(hmac("WebAppData".getBytes(StandardCharsets.UTF_8), Box.TOKEN), text);
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}

package dev.startill.server.web;

import dev.startill.port.SettingsException;
import dev.startill.server.pages.Pages;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/**
 * The server's HTTP port. Open to everybody: {@code /health}, the webhook (which asks for its
 * secret), the style. All else asks for the operator's key. Threads share it.
 */
public final class Web implements AutoCloseable {
  /**
   * Pages are whole by themselves: no script, nothing from elsewhere, in nobody's frame. Their
   * forms are sent to us alone.
   */
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private static final Map<String, String> FILES =
      Map.of("/style.css", "text/css; charset=utf-8", "/icon.svg", "image/svg+xml");

  private final Health health;
  private final Optional<Site> site;
  private final Optional<WebhookDoor> webhook;
  private final WebServer server;

  /**
   * Listens at once.
   *
   * @param where the address and the port, 0 for any free one
   * @param health what {@code /health} tells
   * @param site what operators see and do, if this node serves them
   * @param webhook where Telegram brings updates, if it does
   * @throws SettingsException if nothing can listen there
   */
  public Web(Listening where, Health health, Optional<Site> site, Optional<WebhookDoor> webhook) {
    this.health = health;
    this.site = site;
    this.webhook = webhook;
    this.server = listen(where);
  }

  /**
   * Where to listen.
   *
   * @param bind an address of this machine
   * @param port 0 for any free one
   * @param option what to change if the port is taken, in words for the operator
   */
  public record Listening(String bind, int port, String option) {}

  /**
   * Loads what a server is made of, which takes a tenth of a second or two; listens to nobody. To
   * be called while there is something else to wait for.
   */
  public static void prepare() {
    WebServer.builder().shutdownHook(false).routing(HttpRouting.builder()).build();
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** Helidon logs that it cannot listen and starts all the same: it must be asked. */
  private WebServer listen(Listening where) {
    var started =
        WebServer.builder()
            .host(where.bind())
            .port(where.port())
            .shutdownHook(false)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(HttpRouting.builder().any(this::handle))
            .build()
            .start();
    if (!started.isRunning()) {
      throw new SettingsException(
          "Nothing can listen on %s:%d: the port is taken, or the address is not this machine's. %s"
              .formatted(where.bind(), where.port(), where.option()));
    }
    return started;
  }

  private void handle(ServerRequest request, ServerResponse response) throws IOException {
    var path = request.path().path();
    if (webhook.isPresent() && webhook.get().isAt(path)) {
      webhook.get().handle(request, response);
      return;
    }
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Content-Security-Policy", POLICY);
    response.header("Referrer-Policy", "same-origin");
    if (path.equals("/health")) {
      health(response);
    } else if (site.isPresent()) {
      handle(site.get(), path, request, response);
    } else {
      response.status(Status.NOT_FOUND_404).send("This node has no pages: ask one for intake.\n");
    }
  }

  private static void handle(Site site, String path, ServerRequest request, ServerResponse response)
      throws IOException {
    var verb = request.prologue().method().text();
    if (verb.equals("POST")) {
      site.action(path, request, response);
    } else if (!verb.equals("GET") && !verb.equals("HEAD")) {
      response.header(HeaderNames.ALLOW, "GET, HEAD, POST");
      site.notice(
          response,
          Status.METHOD_NOT_ALLOWED_405,
          "Not like this",
          "Pages are read, and their forms are sent.",
          "");
    } else if (FILES.containsKey(path)) {
      file(path, response);
    } else {
      site.page(path, request, response);
    }
  }

  private void health(ServerResponse response) {
    var reason = health.reason();
    response.status(reason.isEmpty() ? Status.OK_200 : Status.SERVICE_UNAVAILABLE_503);
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.header(HeaderNames.CACHE_CONTROL, "no-store");
    response.send(health.json(reason));
  }

  private static void file(String path, ServerResponse response) throws IOException {
    try (var in = Pages.class.getResourceAsStream(path.substring(1))) {
      if (in == null) {
        throw new IllegalStateException("The jar lacks " + path + ".");
      }
      response.header(HeaderNames.CONTENT_TYPE, FILES.getOrDefault(path, ""));
      response.header(HeaderNames.CACHE_CONTROL, "max-age=300");
      response.send(in.readAllBytes());
    }
  }
}

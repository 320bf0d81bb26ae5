package dev.startill.sandbox.http;

import static java.util.Objects.requireNonNull;

import dev.startill.sandbox.botapi.Reply;
import dev.startill.sandbox.control.Control;
import dev.startill.sandbox.control.Request;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Unicode;
import dev.startill.sandbox.world.Refusal;
import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/**
 * The one HTTP port: Bot API, control interface and chat page side by side. A path is never logged,
 * for a Bot API path holds a token.
 */
public final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  /** Parameters may be this long (tdlib/telegram-bot-api: 1 MiB, then 413). */
  private static final int PARAMETER_BYTES = 1 << 20;

  /** An address with its query, and all headers, may each be this long (256 KiB, then 431). */
  private static final int HEADER_BYTES = 256 << 10;

  /** A multipart body with its files; api.telegram.org takes files up to 50 MB. */
  private static final int UPLOAD_BYTES = 50 << 20;

  private static final String ABSOLUTE = "Not Found: absolute URI is specified in the Request-Line";

  private final BotDoor bots;
  private final Control control;
  private final EventStream events;
  private final AtomicReference<Handler> handler = new AtomicReference<>(this::handle);
  private final WebServer server;

  /** Listens at once; port 0 means any free one. */
  public Front(String bind, int port, BotDoor bots, Control control, EventStream events) {
    this.bots = bots;
    this.control = control;
    this.events = events;
    // A stopped Helidon keeps its routing for ever (helidon#11939): that must not keep the World.
    var current = handler;
    this.server =
        WebServer.builder()
            .host(bind)
            .port(port)
            .shutdownHook(false)
            .directHandlers(
                DirectHandlers.builder()
                    .addHandler(DirectHandler.EventType.BAD_REQUEST, new Malformed())
                    .build())
            // Else a long answer's last packet waits 40 ms for the acknowledgement of the others.
            .connectionOptions(options -> options.tcpNoDelay(true))
            .addProtocol(
                Http1Config.builder()
                    .maxPrologueLength(HEADER_BYTES)
                    .maxHeadersSize(HEADER_BYTES)
                    .build())
            .routing(
                HttpRouting.builder()
                    .any(
                        (request, response) ->
                            requireNonNull(current.get()).handle(request, response)))
            .build()
            .start();
    // Helidon only logs that a port is taken, and goes on without listening.
    if (!server.isRunning()) {
      throw new IllegalStateException("the address is in use or not ours");
    }
  }

  /** Where it listens. */
  public int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    handler.set(Front::gone);
  }

  private static void gone(ServerRequest request, ServerResponse response) {
    throw new CloseConnectionException("the sandbox is closed");
  }

  private void handle(ServerRequest request, ServerResponse response) {
    try {
      route(request, response);
    } catch (CloseConnectionException e) {
      throw e;
    } catch (RuntimeException | IOException e) {
      LOG.error("A request failed in the sandbox itself.", e);
      if (!response.isSent()) {
        send(response, Reply.refused(Refusal.of(500, "Internal Server Error")));
      }
    }
  }

  private void route(ServerRequest request, ServerResponse response) throws IOException {
    var path = request.path().path();
    if (!request.prologue().uriPath().rawPath().startsWith("/")) {
      send(response, Reply.refused(Refusal.of(404, ABSOLUTE)));
    } else if (path.startsWith("/file/bot")) {
      download(path.substring("/file/bot".length()), response);
    } else if (path.startsWith("/bot")) {
      bot(path.substring("/bot".length()), request, response);
    } else if (path.equals("/sandbox/events")) {
      events.serve(response);
    } else if (path.equals("/sandbox") || path.startsWith("/sandbox/")) {
      control(path, request, response);
    } else if (path.equals("/") || path.startsWith("/page/")) {
      page(path, response);
    } else {
      send(response, Reply.refused(Refusal.of(404, "Not Found")));
    }
  }

  private void bot(String path, ServerRequest request, ServerResponse response) throws IOException {
    var verb = request.prologue().method().text();
    if (!verb.equals("GET") && !verb.equals("POST")) {
      send(response, Reply.refused(Refusal.of(501, "Not Implemented")));
      return;
    }
    try {
      var type = contentType(request);
      boolean upload = type.toLowerCase(Locale.ROOT).startsWith("multipart/");
      var body = body(request, upload ? UPLOAD_BYTES : PARAMETER_BYTES);
      send(response, bots.answer(path, () -> decode(request, type, body)));
    } catch (Refusal refusal) {
      send(response, Reply.refused(refusal));
    }
  }

  private void download(String path, ServerResponse response) {
    try {
      send(response, bots.download(path));
    } catch (Refusal refusal) {
      send(response, Reply.refused(refusal));
    }
  }

  private static Parameters decode(ServerRequest request, String type, byte[] body) {
    var parameters = Decoding.decode(request.query().rawValue(), type, body);
    if (parameters.length() > PARAMETER_BYTES) {
      throw tooLarge();
    }
    return parameters;
  }

  private void control(String path, ServerRequest request, ServerResponse response)
      throws IOException {
    var pieces = new ArrayList<String>(List.of(path.split("/")));
    pieces.removeIf(String::isEmpty);
    var below = pieces.subList(1, pieces.size());
    var verb = request.prologue().method().text();
    var query = Decoding.decode(request.query().rawValue(), "", new byte[0]);
    try {
      var json = json(body(request, path.endsWith("/messages") ? UPLOAD_BYTES : PARAMETER_BYTES));
      send(response, control.answer(new Request(verb, below, query, json)));
    } catch (Refusal refusal) {
      send(
          response, Answer.json(refusal.code(), Json.object().put("error", refusal.description())));
    }
  }

  private static JsonNode json(byte[] body) {
    if (body.length == 0) {
      return Json.object();
    }
    return Json.read(Unicode.decode(body, 0, body.length))
        .filter(JsonNode::isObject)
        .orElseThrow(() -> Refusal.of(400, "Bad Request: the body is no JSON object"));
  }

  private void page(String path, ServerResponse response) {
    var name = path.equals("/") ? "index.html" : path.substring("/page/".length());
    var answer = Page.file(name).orElseGet(() -> Answer.jsonText(404, "{\"error\":\"Not Found\"}"));
    response.header("Content-Security-Policy", Page.POLICY);
    response.header(HeaderNames.CACHE_CONTROL, "no-cache");
    send(response, answer);
  }

  private static byte[] body(ServerRequest request, int limit) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    if (request.headers().contentLength().orElse(0) > limit) {
      throw tooLarge();
    }
    try (var in = request.content().inputStream()) {
      long length = request.headers().contentLength().orElse(-1);
      if (length >= 0) {
        return in.readNBytes(Math.toIntExact(length));
      }
      var body = in.readNBytes(limit + 1);
      if (body.length > limit) {
        throw tooLarge();
      }
      return body;
    } catch (DataReader.InsufficientDataAvailableException | UncheckedIOException e) {
      throw new CloseConnectionException("the client broke off while it sent a body", e);
    }
  }

  private static Refusal tooLarge() {
    return Refusal.of(413, "Request Entity Too Large");
  }

  private static String contentType(ServerRequest request) {
    return request.headers().first(HeaderNames.CONTENT_TYPE).orElse("");
  }

  private static void send(ServerResponse response, Reply reply) {
    if (reply.retryAfter() > 0) {
      response.header("Retry-After", Integer.toString(reply.retryAfter()));
    }
    send(response, new Answer(reply.status(), "application/json", reply.body()));
  }

  private static void send(ServerResponse response, Answer answer) {
    response.status(Status.create(answer.status()));
    response.header(HeaderNames.CONTENT_TYPE, answer.contentType());
    response.header("X-Content-Type-Options", "nosniff");
    response.send(answer.body());
  }
}

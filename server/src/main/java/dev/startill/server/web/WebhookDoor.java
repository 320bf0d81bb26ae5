package dev.startill.server.web;

import dev.startill.payment.Answer;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.CheckoutAnswer;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Seldom;
import dev.startill.telegram.http.Updates;
import dev.startill.telegram.http.WebhookSecret;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Telegram brings updates. 200 means that what the update meant is durable, or that it means
 * nothing and would be the same the next time; anything else makes Telegram bring it again.
 * https://core.telegram.org/bots/api#setwebhook. Threads share it.
 */
public final class WebhookDoor {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookDoor.class);

  /** How long Telegram should wait after a store that failed: soon, but not at once. */
  private static final String RETRY_SECONDS = "2";

  /** A store that is full or away is met by every update. */
  private static final Duration NOW_AND_THEN = Duration.ofSeconds(10);

  private final Seldom refused = new Seldom(NOW_AND_THEN);
  private final String path;
  private final WebhookSecret secret;
  private final Function<Incoming, Optional<Answer>> receiver;

  /**
   * A door.
   *
   * @param path at which it is
   * @param secret that Telegram says
   * @param receiver takes each update in, and returns when it is durable: with what the reply is to
   *     say, if anything
   */
  public WebhookDoor(
      String path, WebhookSecret secret, Function<Incoming, Optional<Answer>> receiver) {
    this.path = path;
    this.secret = secret;
    this.receiver = receiver;
  }

  boolean isAt(String other) {
    return path.equals(other);
  }

  void handle(ServerRequest request, ServerResponse response) throws IOException {
    var said = request.headers().first(HeaderNames.create(WebhookSecret.HEADER)).orElse(null);
    if (!secret.matches(said)) {
      answer(response, Status.UNAUTHORIZED_401);
    } else if (!request.prologue().method().text().equals("POST")) {
      answer(response, Status.METHOD_NOT_ALLOWED_405);
    } else if (request.headers().contentLength().orElse(0) > Updates.LONGEST) {
      answer(response, Status.REQUEST_ENTITY_TOO_LARGE_413);
    } else {
      receive(request, response);
    }
  }

  private void receive(ServerRequest request, ServerResponse response) throws IOException {
    var body = body(request);
    if (body.length > Updates.LONGEST) {
      answer(response, Status.REQUEST_ENTITY_TOO_LARGE_413);
      return;
    }
    try {
      var said = receiver.apply(Updates.read(body));
      said.ifPresentOrElse(words -> saying(response, words), () -> answer(response, Status.OK_200));
    } catch (StoreException e) {
      refused.say(
          times ->
              LOG.error(
                  "{} updates were not recorded; Telegram will bring them again. {}",
                  times,
                  e.getMessage()));
      response.header(HeaderNames.RETRY_AFTER, RETRY_SECONDS);
      answer(response, Status.SERVICE_UNAVAILABLE_503);
    }
  }

  private static byte[] body(ServerRequest request) throws IOException {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    try (var in = request.content().inputStream()) {
      return in.readNBytes(Updates.LONGEST + 1);
    }
  }

  private static void saying(ServerResponse response, Answer answer) {
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.status(Status.OK_200).send(CheckoutAnswer.inReply(answer));
  }

  /** An empty body cannot be taken for a method call. */
  private static void answer(ServerResponse response, Status status) {
    response.status(status).send();
  }
}

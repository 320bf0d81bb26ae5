package dev.startill.spring;

import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Seldom;
import dev.startill.telegram.http.Updates;
import dev.startill.telegram.http.WebhookSecret;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Where Telegram brings updates. 200 means that what the update meant is durable, or that it was
 * given up after some {@link Tries}; anything else makes Telegram bring it again. Without the
 * secret the body stays unread. Threads share it.
 */
final class WebhookDoor implements HandlerFunction<ServerResponse> {
  private static final Logger log = LoggerFactory.getLogger(WebhookDoor.class);

  /** How long Telegram should wait before it brings one again: soon, but not at once. */
  private static final String RETRY_SECONDS = "2";

  private final Seldom refused = new Seldom(Duration.ofSeconds(10));
  private final Tries tries = new Tries();
  private final WebhookSecret secret;
  private final Reception reception;

  WebhookDoor(WebhookSecret secret, Reception reception) {
    this.secret = secret;
    this.reception = reception;
  }

  @Override
  public ServerResponse handle(ServerRequest request) throws IOException {
    if (!secret.matches(request.headers().firstHeader(WebhookSecret.HEADER))) {
      return ServerResponse.status(HttpStatus.UNAUTHORIZED).build();
    }
    return received(Updates.read(request.servletRequest().getInputStream()))
        ? ServerResponse.ok().build()
        : ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
            .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
            .build();
  }

  /** Whether it need not come again. */
  private boolean received(Incoming incoming) {
    try {
      reception.receive(incoming);
      tries.forget(incoming);
      return true;
    } catch (StoreException e) {
      refused.say(
          times ->
              log.error(
                  "{} updates were not recorded; Telegram will bring them again. {}",
                  times,
                  e.getMessage()));
      return false;
    } catch (RuntimeException | Error e) {
      return isGivenUp(incoming, e);
    }
  }

  /** Whatever the application throws at one update must not come back for ever. */
  private boolean isGivenUp(Incoming incoming, Throwable defect) {
    var number = incoming.number().orElse(0);
    if (tries.isOver(incoming)) {
      log.error(
          "Update {} could not be taken in, and is given up. {}", number, incoming.loss(), defect);
      return true;
    }
    log.warn(
        "Update {} could not be taken in, and Telegram will bring it again: {}",
        number,
        defect.toString());
    return false;
  }
}

package dev.startill.telegram.http;

import dev.startill.port.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Reads what Telegram's answer means for the call. Pure. */
final class Replies {
  /** A longer wish is heard again after an hour. */
  private static final long LONGEST_WAIT = 3600;

  private static final int LONGEST_DESCRIPTION = 500;

  /** {@code Client.cpp} of tdlib/telegram-bot-api, and TDLib's words for who never said a word. */
  private static final List<String> ABOUT_THE_BUYER =
      List.of(
          "bot was blocked by the user",
          "user is deactivated",
          "bot can't initiate conversation with a user");

  private Replies() {}

  /** Of this response; descriptions are masked and bounded. */
  static Outcome of(Response response, BotToken token) {
    var status = response.status();
    if (status >= 500) {
      return unknown("Telegram answered " + status + ".");
    }
    var envelope = Envelope.read(response.body());
    if (status == 429) {
      return later(response, envelope.map(Envelope::retryAfter).orElse(0L));
    }
    if (envelope.isEmpty()) {
      return status == 413
          ? new Outcome.Failed(new Reply.Refused(413, "Request Entity Too Large"))
          : unknown("Telegram answered " + said(status) + "what is no answer of the Bot API.");
    }
    return of(response, envelope.get(), token);
  }

  private static Outcome of(Response response, Envelope envelope, BotToken token) {
    var status = response.status();
    if (envelope.ok()) {
      return status == 200 || status == Response.UNTOLD
          ? new Outcome.Ok(response.body())
          : unknown("Telegram answered %d and 'ok' at once.".formatted(status));
    }
    var code = envelope.code() == 0 ? status : envelope.code();
    if (code == 429) {
      return later(response, envelope.retryAfter());
    }
    if (code == Response.UNTOLD) {
      return unknown("Telegram refused without a code.");
    }
    if (code < 400 || code >= 500) {
      return unknown("Telegram answered " + code + ".");
    }
    var description = bounded(token.mask(envelope.description()));
    return new Outcome.Failed(
        code == 403 && isAboutTheBuyer(description)
            ? new Reply.Unreachable(description)
            : new Reply.Refused(code, description));
  }

  /**
   * Whether it is no success, as far as that can be told without looking into the result: a list of
   * updates may be broken and yet have some that are whole.
   */
  static boolean isRefusal(Response response) {
    return response.status() == Response.UNTOLD
        ? Envelope.read(response.body()).filter(envelope -> !envelope.ok()).isPresent()
        : response.status() != 200;
  }

  private static String said(int status) {
    return status == Response.UNTOLD ? "" : status + " with ";
  }

  static Outcome unknown(String why) {
    return new Outcome.Failed(new Reply.Unknown(why));
  }

  private static Outcome later(Response response, long told) {
    var seconds = told > 0 ? told : response.retryAfter().orElse(1);
    return new Outcome.Failed(
        new Reply.Later(Duration.ofSeconds(Math.clamp(seconds, 1, LONGEST_WAIT))));
  }

  private static boolean isAboutTheBuyer(String description) {
    var words = description.toLowerCase(Locale.ROOT);
    return ABOUT_THE_BUYER.stream().anyMatch(words::contains);
  }

  private static String bounded(String description) {
    return Texts.bounded(description, LONGEST_DESCRIPTION);
  }
}

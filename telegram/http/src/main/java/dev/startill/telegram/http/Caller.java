package dev.startill.telegram.http;

import dev.startill.port.Reply;
import dev.startill.telegram.http.Carrier.Call;
import dev.startill.telegram.http.Carrier.Document;
import dev.startill.telegram.http.Carrier.Lane;
import java.nio.file.Files;
import java.time.Duration;
import java.util.function.Supplier;

/** Makes a bot's calls and reads their outcome, which never says the token. Threads share it. */
final class Caller {
  /** The largest result that a call has, save lists, is a message: a few kilobytes. */
  static final int LONGEST_RESULT = 1024 * 1024;

  /**
   * A hundred lines of the statement, each with ten pieces of paid media and names of which every
   * character is escaped, stay below 8 MiB.
   */
  private static final int LONGEST_LIST = 16 * 1024 * 1024;

  private final Carrier carrier;
  private final BotToken token;
  private final Pace pace;

  Caller(Carrier carrier, BotToken token, Pace pace) {
    this.carrier = carrier;
    this.token = token;
    this.pace = pace;
  }

  /** Calls a method at once. */
  Outcome call(Lane lane, String method, byte[] json, Duration patience) {
    return read(raw(new Call(lane, method, json, patience, LONGEST_RESULT)));
  }

  /** Calls a method whose result is a list, at once. */
  Outcome list(String method, byte[] json, Duration patience) {
    return read(raw(new Call(Lane.SENDS, method, json, patience, LONGEST_LIST)));
  }

  /** Makes a call and leaves the answer as it is. */
  Attempt raw(Call call) {
    return masked(carrier.call(call));
  }

  /** Sends a file at once. */
  Outcome upload(Document document) {
    var file = document.file();
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return new Outcome.Failed(new Reply.Unsent(Upload.unreadable(file)));
    }
    return read(masked(carrier.upload(document)));
  }

  /** Sends something to a chat, or to {@link Pace#NO_CHAT}, when its turn has come. */
  Reply inTurn(long chat, Supplier<Outcome> sending) {
    try {
      var later = pace.await(chat);
      if (later.isPresent()) {
        return new Reply.Later(later.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Unsent("The call was interrupted before it left.");
    }
    var reply = sending.get().reply();
    if (reply instanceof Reply.Later later) {
      pace.pause(chat, later.retryAfter());
    }
    return reply;
  }

  BotToken token() {
    return token;
  }

  private Outcome read(Attempt attempt) {
    return switch (attempt) {
      case Attempt.Answered answered -> Replies.of(answered.response(), token);
      case Attempt.Failed failed -> new Outcome.Failed(failed.reply());
    };
  }

  /** A failure's words are somebody else's: a library, the system or a proxy may quote a URL. */
  private Attempt masked(Attempt attempt) {
    if (attempt instanceof Attempt.Failed failed) {
      return switch (failed.reply()) {
        case Reply.Unsent unsent -> new Attempt.Failed(new Reply.Unsent(token.mask(unsent.why())));
        case Reply.Unknown unknown ->
            new Attempt.Failed(new Reply.Unknown(token.mask(unknown.why())));
        case Reply.Done done -> failed;
        case Reply.Later later -> failed;
        case Reply.Unreachable unreachable -> failed;
        case Reply.Refused refused -> failed;
      };
    }
    return attempt;
  }
}

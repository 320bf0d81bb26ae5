package dev.startill.telegram.http;

import dev.startill.port.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Makes a bot's calls and reads their outcome. The only place that spells a URL. Threads share it.
 */
final class Caller {
  /** The largest result that a call has, save lists, is a message: a few kilobytes. */
  static final int LONGEST_RESULT = 1024 * 1024;

  /**
   * A hundred lines of the statement, each with ten pieces of paid media and names of which every
   * character is escaped, stay below 8 MiB.
   */
  private static final int LONGEST_LIST = 16 * 1024 * 1024;

  private final Address address;
  private final BotToken token;
  private final Pace pace;
  private final RandomGenerator chance;

  Caller(Address address, BotToken token, Pace pace, RandomGenerator chance) {
    this.address = address;
    this.token = token;
    this.pace = pace;
    this.chance = chance;
  }

  /** Calls a method at once. */
  Outcome call(Connections over, String method, byte[] json, Duration patience) {
    return read(raw(over, method, json, patience, LONGEST_RESULT));
  }

  /** Calls a method whose result is a list, at once. */
  Outcome list(Connections over, String method, byte[] json, Duration patience) {
    return read(raw(over, method, json, patience, LONGEST_LIST));
  }

  /** Calls a method and leaves the answer as it is. */
  Attempt raw(Connections over, String method, byte[] json, Duration patience, int longest) {
    return attempt(over, Request.json(address, token.pathTo(method), json), patience, longest);
  }

  /** Calls a method with a file. */
  Outcome upload(Connections over, Map<String, String> fields, Path file, Duration patience) {
    try {
      var upload = Upload.of(address, token.pathTo("sendDocument"), fields, file, chance);
      return read(attempt(over, upload, patience, LONGEST_RESULT));
    } catch (NotSentException e) {
      return new Outcome.Failed(new Reply.Unsent(words(e)));
    }
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

  private Attempt attempt(Connections over, Request request, Duration patience, int longest) {
    try {
      return new Attempt.Answered(over.call(request, Deadline.in(patience), longest));
    } catch (NotSentException e) {
      return new Attempt.Failed(new Reply.Unsent(words(e)));
    } catch (IOException e) {
      return new Attempt.Failed(
          new Reply.Unknown("Nobody knows whether Telegram did it: " + words(e) + "."));
    }
  }

  private String words(IOException e) {
    return token.mask(Words.of(e));
  }
}

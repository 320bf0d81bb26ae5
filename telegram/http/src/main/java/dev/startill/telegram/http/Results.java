package dev.startill.telegram.http;

import dev.startill.port.Checkup.Route;
import dev.startill.port.Reply;
import dev.startill.port.StatementLine;
import dev.startill.port.TelegramException;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the results that somebody waits for. */
final class Results {
  private Results() {}

  /** The result of {@code createInvoiceLink}. */
  static URI link(byte[] body) {
    try (var json = Json.parser(body)) {
      if (toResult(json) == JsonToken.VALUE_STRING) {
        return URI.create(json.getString());
      }
    } catch (IllegalArgumentException | JacksonException e) {
      // Said below.
    }
    throw unreadable("createInvoiceLink");
  }

  /** The result of {@code getMe}. */
  static BotApi.Me me(byte[] body, BotToken token) {
    var firstName = "";
    var username = Optional.<String>empty();
    var hasTopics = false;
    try (var json = Json.parser(body)) {
      if (toResult(json) != JsonToken.START_OBJECT) {
        throw unreadable("getMe");
      }
      for (var name = json.nextName(); name != null; name = json.nextName()) {
        var kind = json.nextToken();
        if (name.equals("first_name") && kind == JsonToken.VALUE_STRING) {
          firstName = json.getString();
        } else if (name.equals("username") && kind == JsonToken.VALUE_STRING) {
          username = Optional.of(json.getString());
        } else if (name.equals("has_topics_enabled")) {
          hasTopics = kind == JsonToken.VALUE_TRUE;
        } else {
          json.skipChildren();
        }
      }
    } catch (JacksonException e) {
      throw unreadable("getMe");
    }
    return new BotApi.Me(token.id(), firstName, username, hasTopics);
  }

  /** The result of {@code getWebhookInfo}. */
  static Route route(byte[] body) {
    try (var json = Json.parser(body)) {
      if (toResult(json) == JsonToken.START_OBJECT) {
        return new RouteReader().read(json);
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw unreadable("getWebhookInfo");
  }

  /** The names in the result of {@code getMyCommands}. */
  static Set<String> commands(byte[] body) {
    var names = new HashSet<String>();
    try (var json = Json.parser(body)) {
      if (toResult(json) == JsonToken.START_ARRAY) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
          for (var name = json.nextName(); name != null; name = json.nextName()) {
            if (json.nextToken() == JsonToken.VALUE_STRING && name.equals("command")) {
              names.add(json.getString());
            } else {
              json.skipChildren();
            }
          }
        }
        return names;
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw unreadable("getMyCommands");
  }

  /**
   * The result of {@code getStarTransactions}.
   *
   * @param offset how many lines are before the first one
   */
  static List<StatementLine> statement(byte[] body, long offset) {
    try (var json = Json.parser(body)) {
      if (toResult(json) == JsonToken.START_OBJECT) {
        return new StatementReader(json, offset)
            .read()
            .orElseThrow(() -> unreadable("getStarTransactions"));
      }
    } catch (JacksonException e) {
      // Said below.
    }
    throw unreadable("getStarTransactions");
  }

  /** The result of {@code getMyStarBalance}, in nanostars. */
  static long balance(byte[] body) {
    try (var json = Json.parser(body)) {
      toResult(json);
      return new Balance(new Tokens(json)).read();
    } catch (JacksonException | Misfit e) {
      throw unreadable("getMyStarBalance");
    }
  }

  /** For people, with what to do where that is known. */
  static String words(Reply reply) {
    return switch (reply) {
      case Reply.Done done -> "done";
      case Reply.Later later -> "it asks to wait %d s.".formatted(later.retryAfter().toSeconds());
      case Reply.Unreachable unreachable -> unreachable.description();
      case Reply.Refused refused -> words(refused);
      case Reply.Unsent unsent -> unsent.why();
      case Reply.Unknown unknown -> unknown.why();
    };
  }

  private static String words(Reply.Refused refused) {
    var said = "it answered %d, %s".formatted(refused.code(), refused.description());
    return refused.isTokenWrong()
        ? said + ": the token is wrong or revoked. Take the current one from @BotFather."
        : said;
  }

  /** What somebody waits for did not come: "Telegram" and what it did. */
  static TelegramException failure(String what, Reply reply) {
    return new TelegramException("Telegram %s: %s".formatted(what, words(reply)), reply);
  }

  private static JsonToken toResult(JsonParser json) {
    json.nextToken();
    for (var name = json.nextName(); name != null; name = json.nextName()) {
      var token = json.nextToken();
      if (name.equals("result")) {
        return token;
      }
      json.skipChildren();
    }
    return JsonToken.NOT_AVAILABLE;
  }

  private static TelegramException unreadable(String method) {
    var why = "Telegram did " + method + ", but its result has another form.";
    return new TelegramException(why, new Reply.Unknown(why));
  }
}

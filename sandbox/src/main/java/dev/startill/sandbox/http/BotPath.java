package dev.startill.sandbox.http;

import dev.startill.sandbox.wire.Token;
import dev.startill.sandbox.world.Refusal;

/** What stands in a Bot API address: a token, an environment, and perhaps a method. */
record BotPath(Token token, boolean test, String method) {
  /**
   * Reads what follows {@code /bot}. As in HttpConnection.cpp, {@code /test} is tried right behind
   * the token, so a method whose name begins with "test" is not even looked up.
   *
   * @throws Refusal 401, 404 or 421
   */
  static BotPath parse(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      return new BotPath(Token.parse(path), false, "");
    }
    var token = Token.parse(path.substring(0, slash));
    var rest = path.substring(slash);
    boolean test = rest.startsWith("/test");
    if (test) {
      rest = rest.substring("/test".length());
    }
    if (rest.isEmpty()) {
      return new BotPath(token, test, "");
    }
    if (rest.charAt(0) != '/') {
      throw Refusal.of(404, "Not Found");
    }
    return new BotPath(token, test, rest.substring(1));
  }
}

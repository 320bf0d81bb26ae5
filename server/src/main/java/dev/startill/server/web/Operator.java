package dev.startill.server.web;

import io.helidon.http.HeaderNames;
import io.helidon.http.ServerRequestHeaders;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/** Lets in who has the operator's key: once in the address, then in a cookie. Threads share it. */
final class Operator {
  private static final String COOKIE = "startill_key";

  /** A month. */
  private static final long COOKIE_SECONDS = 30L * 24 * 60 * 60;

  private final OperatorKey key;

  Operator(OperatorKey key) {
    this.key = key;
  }

  /** Whether the request knows the key; if it said it in the address, a cookie keeps it. */
  boolean admits(ServerRequest request, ServerResponse response) {
    if (request.query().first("key").map(key::isSaidBy).orElse(false)) {
      response
          .headers()
          .add(
              HeaderNames.SET_COOKIE,
              "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Strict"
                  .formatted(COOKIE, key.value(), COOKIE_SECONDS));
      return true;
    }
    return hasCookie(request.headers());
  }

  /** The name of the key's file; its folder is nothing for strangers. */
  String fileName() {
    return String.valueOf(key.file().getFileName());
  }

  private boolean hasCookie(ServerRequestHeaders headers) {
    return headers.cookies().all(COOKIE, List::of).stream().anyMatch(key::isSaidBy);
  }
}

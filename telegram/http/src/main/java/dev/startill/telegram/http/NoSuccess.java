package dev.startill.telegram.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * An answer whose status is not 200, as an interceptor of a bot library's client throws it: the
 * library would hand on the body alone, and a proxy's page in HTML looks alike whatever its status
 * is. {@link Failures#of} reads it again.
 */
public final class NoSuccess extends IOException {
  private static final long serialVersionUID = 1;

  private final transient Response response;

  /**
   * This answer.
   *
   * @param retryAfter the {@code Retry-After} header, if there is one
   * @param body read whole
   */
  public NoSuccess(int status, @Nullable String retryAfter, byte[] body) {
    super("it answered " + status);
    this.response = new Response(status, Response.seconds(retryAfter), "", body, true);
  }

  Response response() {
    return response;
  }
}

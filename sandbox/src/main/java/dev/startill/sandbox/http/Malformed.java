package dev.startill.sandbox.http;

import dev.startill.sandbox.botapi.Reply;
import dev.startill.sandbox.world.Refusal;
import io.helidon.http.DirectHandler;
import io.helidon.http.HeaderNames;
import io.helidon.http.ServerResponseHeaders;
import io.helidon.http.Status;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that are not even HTTP, or have too much of it. The real server sends these
 * statuses with an empty body (HttpConnectionBase.cpp); here they have the words of HttpReader.cpp.
 */
final class Malformed implements DirectHandler {
  /** How Helidon says so, if it says anything: it has no status of its own for it. */
  private static final String TOO_MANY_HEADERS = "Header size exceeded";

  @Override
  public TransportResponse handle(
      TransportRequest request,
      EventType type,
      Status status,
      ServerResponseHeaders headers,
      @Nullable String message) {
    return answer(
        message == null || message.equals(TOO_MANY_HEADERS)
            ? Refusal.of(431, "Request Header Fields Too Large: total headers size exceeded")
            : Refusal.of(status.code(), status.reasonPhrase()));
  }

  private static TransportResponse answer(Refusal refusal) {
    return TransportResponse.builder()
        .status(Status.create(refusal.code()))
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .keepAlive(false)
        .entity(Reply.refused(refusal).body())
        .build();
  }
}

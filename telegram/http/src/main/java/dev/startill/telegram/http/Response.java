package dev.startill.telegram.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What came back over HTTP, read whole.
 *
 * @param status the status code, or {@link #UNTOLD}
 * @param retryAfter the {@code Retry-After} header in seconds, if it is a number
 * @param date the {@code Date} header as it stands, or empty: few want to know
 * @param body bounded by the caller's limit
 * @param reusable whether the connection may carry another call
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; a copy of 4 MiB would be waste.
public record Response(
    int status, OptionalLong retryAfter, String date, byte[] body, boolean reusable) {
  /** The status where nobody tells it. */
  static final int UNTOLD = 0;

  /**
   * One of which a bot library tells the body only. The Bot API says a refusal's code there as
   * well; what comes from elsewhere, a proxy say, is none of its answers.
   */
  public static Response ofBody(byte[] body) {
    return new Response(UNTOLD, OptionalLong.empty(), "", body, true);
  }

  /** What a {@code Retry-After} header says, if it is a number. */
  static OptionalLong seconds(@Nullable String retryAfter) {
    return retryAfter != null && retryAfter.matches("[0-9]{1,9}")
        ? OptionalLong.of(Long.parseLong(retryAfter))
        : OptionalLong.empty();
  }

  /** When the other side says that it answered. */
  Optional<Instant> at() {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}

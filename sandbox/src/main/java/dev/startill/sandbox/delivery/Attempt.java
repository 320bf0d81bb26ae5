package dev.startill.sandbox.delivery;

/** How one POST to a webhook ended. */
sealed interface Attempt {
  /** A 2xx; its body may hold a method to call. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record Taken(String contentType, byte[] body) implements Attempt {}

  /** Another status, with its words; {@code retryAfter} is 0 when the receiver named no pause. */
  record Refused(int status, String reason, long retryAfter) implements Attempt {}

  /** No answer. */
  record Broken(String why) implements Attempt {}
}

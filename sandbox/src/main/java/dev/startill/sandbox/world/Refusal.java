package dev.startill.sandbox.world;

/**
 * Telegram says no. It carries the status and the description exactly as a Bot API client reads
 * them; it has no stack trace, for it is an answer and not a defect.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What every bad query identifier is answered (telegram-bot-api, Client.cpp). */
  private static final String STALE_QUERY =
      "query is too old and response timeout expired or query ID is invalid";

  private final int code;
  private final String description;
  private final int retryAfter;

  private Refusal(int code, String description, int retryAfter) {
    super(description, null, false, false);
    this.code = code;
    this.description = description;
    this.retryAfter = retryAfter;
  }

  /** A refusal whose words are final. */
  public static Refusal of(int code, String description) {
    return new Refusal(code, description, 0);
  }

  /** Status 400, with the server's rule for the look of the message. */
  public static Refusal badRequest(String message) {
    return of(400, prefixed("Bad Request", message));
  }

  /** Status 403. */
  public static Refusal forbidden(String message) {
    return of(403, prefixed("Forbidden", message));
  }

  /** Status 409: somebody else consumes this bot's updates. */
  public static Refusal conflict(String message) {
    return of(409, prefixed("Conflict", message));
  }

  /** Status 429; clients read the seconds in the body or the Retry-After header. */
  public static Refusal tooMany(int retryAfter) {
    return new Refusal(429, "Too Many Requests: retry after " + retryAfter, retryAfter);
  }

  /** A query that is unknown, expired or answered. */
  public static Refusal staleQuery() {
    return badRequest(STALE_QUERY);
  }

  /** A parameter that is missing or empty. */
  public static Refusal required(String parameter) {
    return badRequest("parameter \"" + parameter + "\" is required");
  }

  /** HTTP status and error_code. */
  public int code() {
    return code;
  }

  /** The text for the client. */
  public String description() {
    return description;
  }

  /** Seconds to wait, 0 when the refusal names none. */
  public int retryAfter() {
    return retryAfter;
  }

  /**
   * Error names stay as they are; a sentence starts in lower case. The server looks at the second
   * character to tell them apart (telegram-bot-api, Query.cpp).
   */
  static String prefixed(String prefix, String message) {
    if (message.startsWith(prefix)) {
      return message;
    }
    boolean name =
        message.length() > 1
            && (message.charAt(1) == '_' || (message.charAt(1) >= 'A' && message.charAt(1) <= 'Z'));
    return prefix
        + ": "
        + (name || message.isEmpty()
            ? message
            : Character.toLowerCase(message.charAt(0)) + message.substring(1));
  }
}

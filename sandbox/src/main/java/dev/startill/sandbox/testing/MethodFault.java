package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Bot API method that fails: with 500 and before it has any effect, unless told otherwise.
 * Immutable.
 */
public final class MethodFault extends Fault<MethodFault> {
  private MethodFault(Stage stage, ObjectNode body) {
    super(stage, body);
  }

  static MethodFault of(Stage stage, String method) {
    return new MethodFault(stage, Json.object().put("method", method).put("action", "error"));
  }

  /** Nothing happens, and the bot is told so. */
  public MethodFault before() {
    return with(Json.object().put("when", "before_effect"));
  }

  /** What was asked for happens, and the bot is told that it did not: the hard case. */
  public MethodFault afterEffect() {
    return with(Json.object().put("when", "after_effect"));
  }

  /** The status, from 400 to 599, with Telegram's usual words for it. */
  public MethodFault withError(int code) {
    return with(Json.object().put("action", "error").put("error_code", code));
  }

  /** The status and the words. */
  public MethodFault withError(int code, String description) {
    return withError(code).with(Json.object().put("description", description));
  }

  /** 429, with so many seconds to wait. */
  public MethodFault retryAfter(int seconds) {
    return withError(429).with(Json.object().put("retry_after", seconds));
  }

  /** No answer comes until the client loses patience. */
  public MethodFault hanging() {
    return with(Json.object().put("action", "hang"));
  }

  /** The connection ends without an answer. */
  public MethodFault dropping() {
    return with(Json.object().put("action", "drop"));
  }

  @Override
  MethodFault made(Stage stage, ObjectNode body) {
    return new MethodFault(stage, body);
  }
}

package dev.startill.telegram.http;

import dev.startill.payment.Answer;
import tools.jackson.core.JsonGenerator;

/**
 * The call that answers a checkout (<a
 * href="https://core.telegram.org/bots/api#answerprecheckoutquery">answerPreCheckoutQuery</a>), by
 * itself or in the reply to the webhook that asked. Pure; threads share it.
 */
public final class CheckoutAnswer {
  static final String METHOD = "answerPreCheckoutQuery";

  private CheckoutAnswer() {}

  /**
   * As the body of a webhook's reply, which is JSON: Telegram does what it says and never tells
   * what came of it (<a
   * href="https://core.telegram.org/bots/api#making-requests-when-getting-updates">making requests
   * when getting updates</a>).
   */
  public static byte[] inReply(Answer answer) {
    return Json.object(
        json -> {
          json.writeStringProperty("method", METHOD);
          write(answer, json);
        });
  }

  /** As the body of a call. */
  static byte[] called(Answer answer) {
    return Json.object(json -> write(answer, json));
  }

  private static void write(Answer answer, JsonGenerator json) {
    json.writeStringProperty("pre_checkout_query_id", answer.checkout().value());
    switch (answer) {
      case Answer.Approve approve -> json.writeBooleanProperty("ok", true);
      case Answer.Decline decline -> {
        json.writeBooleanProperty("ok", false);
        json.writeStringProperty("error_message", decline.reason().text());
      }
    }
  }
}

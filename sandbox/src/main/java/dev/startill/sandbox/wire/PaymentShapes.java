package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Charge;
import tools.jackson.databind.node.ObjectNode;

/**
 * A charge as service messages show it, fields in the order in which the Bot API server writes them
 * (tdlib/telegram-bot-api, Client.cpp, JsonSuccessfulPaymentBot and JsonRefundedPayment).
 */
final class PaymentShapes {
  private PaymentShapes() {}

  /** A SuccessfulPayment object. */
  static ObjectNode paid(Charge charge) {
    var json = refunded(charge);
    var period = charge.period();
    if (period.recurring()) {
      json.put("is_recurring", true);
    }
    if (period.first()) {
      json.put("is_first_recurring", true);
    }
    if (period.isPart()) {
      json.put("subscription_expiration_date", period.until());
    }
    return json;
  }

  /** A RefundedPayment object. */
  static ObjectNode refunded(Charge charge) {
    return Json.object()
        .put("currency", charge.invoice().currency())
        .put("total_amount", charge.invoice().amount())
        .put("invoice_payload", charge.invoice().payload())
        .put("telegram_payment_charge_id", charge.id())
        .put("provider_payment_charge_id", charge.providerId());
  }
}

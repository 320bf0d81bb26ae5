package dev.startill.intake;

import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import java.time.Instant;

/**
 * What an adapter hands over: the part of a Telegram update that payments care about, translated
 * and not judged. Immutable.
 */
public sealed interface Update {
  /**
   * {@code pre_checkout_query}.
   *
   * @param id under which Telegram awaits the answer
   * @param payer {@code from}
   * @param payload {@code invoice_payload}, whoever's it is
   * @param currency as it stands
   * @param amount {@code total_amount} as it stands
   */
  record Checkout(CheckoutId id, BuyerId payer, String payload, String currency, long amount)
      implements Update {}

  /**
   * {@code message.successful_payment}.
   *
   * @param id {@code telegram_payment_charge_id}
   * @param buyer {@code message.from}
   * @param payload {@code invoice_payload}, whoever's it is
   * @param currency as it stands
   * @param amount {@code total_amount} as it stands
   * @param at {@code message.date}
   */
  record Payment(
      ChargeId id, BuyerId buyer, String payload, String currency, long amount, Instant at)
      implements Update {}

  /**
   * {@code message.refunded_payment}.
   *
   * @param id {@code telegram_payment_charge_id}
   * @param buyer the private chat's user
   * @param payload {@code invoice_payload}, whoever's it is
   * @param currency as it stands
   * @param amount {@code total_amount} as it stands
   * @param at {@code message.date}
   */
  record Refunded(
      ChargeId id, BuyerId buyer, String payload, String currency, long amount, Instant at)
      implements Update {}

  /**
   * Any other message of a user in the private chat: whoever had blocked the bot can be written to
   * again.
   *
   * @param buyer who wrote
   */
  record Spoke(BuyerId buyer) implements Update {}

  /** Nothing that payments care about. */
  record Other() implements Update {}
}

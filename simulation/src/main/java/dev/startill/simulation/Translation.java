package dev.startill.simulation;

import dev.startill.intake.Update.Checkout;
import dev.startill.intake.Update.Other;
import dev.startill.intake.Update.Payment;
import dev.startill.intake.Update.Refunded;
import dev.startill.intake.Update.Spoke;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.port.StatementLine;
import dev.startill.sandbox.world.Amount;
import dev.startill.sandbox.world.Charge;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.StarTransaction;
import dev.startill.sandbox.world.Update;
import dev.startill.sandbox.world.WithdrawalState;
import java.time.Instant;
import java.util.Optional;

/** The World's words in the engine's: what an adapter does, and by no line of an adapter. */
final class Translation {
  private static final long NANOS = 1_000_000_000L;

  private Translation() {}

  static dev.startill.intake.Update update(Update update) {
    if (update.body() instanceof Update.Asked asked) {
      var checkout = asked.checkout();
      var invoice = checkout.invoice();
      return new Checkout(
          new CheckoutId(Long.toString(checkout.id())),
          new BuyerId(checkout.user()),
          invoice.payload(),
          invoice.currency(),
          invoice.amount());
    }
    return update.body() instanceof Update.Arrived arrived
        ? message(arrived.message())
        : new Other();
  }

  private static dev.startill.intake.Update message(Message message) {
    if (message.content() instanceof Content.Paid paid) {
      return payment(paid.charge(), message.date());
    }
    if (message.content() instanceof Content.Refunded refunded) {
      var charge = refunded.charge();
      return new Refunded(
          new ChargeId(charge.id()),
          new BuyerId(charge.user()),
          charge.invoice().payload(),
          charge.invoice().currency(),
          charge.invoice().amount(),
          Instant.ofEpochSecond(message.date()));
    }
    return message.content() instanceof Content.Text
        ? new Spoke(new BuyerId(message.from()))
        : new Other();
  }

  private static Payment payment(Charge charge, long date) {
    return new Payment(
        new ChargeId(charge.id()),
        new BuyerId(charge.user()),
        charge.invoice().payload(),
        charge.invoice().currency(),
        charge.invoice().amount(),
        Instant.ofEpochSecond(date));
  }

  static StatementLine line(StarTransaction line) {
    return new StatementLine(
        line.id(),
        line.incoming() ? StatementLine.Way.CAME : StatementLine.Way.WENT,
        Instant.ofEpochSecond(line.date()),
        nanos(line.amount()),
        purpose(line.partner()),
        party(line.partner()),
        payload(line.partner()),
        0,
        withdrawal(line.partner()),
        "");
  }

  static long nanos(Amount amount) {
    return amount.stars() * NANOS + amount.nanostars();
  }

  private static StatementLine.Purpose purpose(Partner partner) {
    return switch (partner) {
      case Partner.User user ->
          switch (user.purpose()) {
            case Partner.Purpose.Invoice i -> StatementLine.Purpose.INVOICE;
            case Partner.Purpose.Media m -> StatementLine.Purpose.PAID_MEDIA;
            case Partner.Purpose.Gift g -> StatementLine.Purpose.GIFT;
            case Partner.Purpose.Premium p -> StatementLine.Purpose.PREMIUM;
            case Partner.Purpose.BusinessTransfer b -> StatementLine.Purpose.BUSINESS_TRANSFER;
          };
      case Partner.Chat chat -> StatementLine.Purpose.CHAT;
      case Partner.Fragment fragment -> StatementLine.Purpose.WITHDRAWAL;
      case Partner.TelegramAds ads -> StatementLine.Purpose.ADS;
      case Partner.TelegramApi api -> StatementLine.Purpose.PAID_BROADCAST;
      case Partner.Other other -> StatementLine.Purpose.OTHER;
      case Partner.Store store -> StatementLine.Purpose.OTHER;
    };
  }

  private static Optional<BuyerId> party(Partner partner) {
    return partner instanceof Partner.User user
        ? Optional.of(new BuyerId(user.user()))
        : Optional.empty();
  }

  private static Optional<String> payload(Partner partner) {
    return partner instanceof Partner.User user
            && user.purpose() instanceof Partner.Purpose.Invoice invoice
        ? Optional.of(invoice.payload())
        : Optional.empty();
  }

  private static StatementLine.Withdrawal withdrawal(Partner partner) {
    if (!(partner instanceof Partner.Fragment fragment)) {
      return StatementLine.Withdrawal.NONE;
    }
    return switch (fragment.state()) {
      case WithdrawalState.None none -> StatementLine.Withdrawal.NONE;
      case WithdrawalState.Pending pending -> StatementLine.Withdrawal.PENDING;
      case WithdrawalState.Succeeded succeeded -> StatementLine.Withdrawal.SUCCEEDED;
      case WithdrawalState.Failed failed -> StatementLine.Withdrawal.FAILED;
    };
  }
}

package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.utility.BotUtils;
import dev.startill.payment.Answer;
import dev.startill.telegram.http.TypedUpdate;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Between pengrad's types and ours, for a bot that receives its updates itself: {@code
 * startill.handle(PengradUpdates.read(update))}. Raw JSON is read by {@code
 * dev.startill.telegram.http.Updates}. Pure.
 */
public final class PengradUpdates {
  private PengradUpdates() {}

  /** What payments care about in an update. */
  public static dev.startill.intake.Update read(Update update) {
    return typed(update).update();
  }

  /** What Telegram is told, to be executed, or to be a webhook's reply. */
  public static AnswerPreCheckoutQuery write(Answer answer) {
    var checkout = answer.checkout().value();
    return switch (answer) {
      case Answer.Approve approve -> new AnswerPreCheckoutQuery(checkout);
      case Answer.Decline decline -> new AnswerPreCheckoutQuery(checkout, decline.reason().text());
    };
  }

  static Update parse(byte[] json) {
    return BotUtils.parseUpdate(new String(json, StandardCharsets.UTF_8));
  }

  static TypedUpdate typed(Update update) {
    return new TypedUpdate(update.updateId(), message(update), checkout(update), callback(update));
  }

  private static TypedUpdate.@Nullable Message message(Update update) {
    var message = update.message();
    return message == null
        ? null
        : new TypedUpdate.Message(
            sender(message),
            message.date(),
            message.text(),
            successful(message),
            refunded(message));
  }

  private static TypedUpdate.Sender sender(Message message) {
    var from = message.from();
    var chat = message.chat();
    return new TypedUpdate.Sender(
        idOf(from),
        from != null && Boolean.TRUE.equals(from.isBot()),
        chat == null ? null : chat.id(),
        chat != null && chat.type() == Chat.Type.Private);
  }

  private static TypedUpdate.@Nullable Paid successful(Message message) {
    var paid = message.successfulPayment();
    return paid == null
        ? null
        : new TypedUpdate.Paid(
            paid.currency(),
            paid.totalAmount(),
            paid.invoicePayload(),
            paid.telegramPaymentChargeId());
  }

  private static TypedUpdate.@Nullable Paid refunded(Message message) {
    var paid = message.refundedPayment();
    return paid == null
        ? null
        : new TypedUpdate.Paid(
            paid.currency(),
            paid.totalAmount(),
            paid.invoicePayload(),
            paid.telegramPaymentChargeId());
  }

  private static TypedUpdate.@Nullable Query checkout(Update update) {
    var query = update.preCheckoutQuery();
    return query == null
        ? null
        : new TypedUpdate.Query(
            query.id(),
            idOf(query.from()),
            null,
            new TypedUpdate.Paid(
                query.currency(), query.totalAmount(), query.invoicePayload(), null));
  }

  private static TypedUpdate.@Nullable Query callback(Update update) {
    var query = update.callbackQuery();
    return query == null
        ? null
        : new TypedUpdate.Query(query.id(), idOf(query.from()), query.data(), null);
  }

  private static @Nullable Long idOf(@Nullable User user) {
    return user == null ? null : user.id();
  }
}

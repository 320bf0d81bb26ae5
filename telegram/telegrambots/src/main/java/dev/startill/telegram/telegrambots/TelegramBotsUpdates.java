package dev.startill.telegram.telegrambots;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.startill.payment.Answer;
import dev.startill.telegram.http.TypedUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Between the types of TelegramBots and ours, for a bot that receives its updates itself: {@code
 * startill.handle(TelegramBotsUpdates.read(update))}. Raw JSON is read by {@code
 * dev.startill.telegram.http.Updates}. Threads share it.
 */
public final class TelegramBotsUpdates {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private TelegramBotsUpdates() {}

  /** What payments care about in an update. */
  public static dev.startill.intake.Update read(Update update) {
    return typed(update).update();
  }

  /** What Telegram is told, to be executed, or to be a webhook's reply. */
  public static AnswerPreCheckoutQuery write(Answer answer) {
    var checkout = answer.checkout().value();
    return switch (answer) {
      case Answer.Approve approve -> new AnswerPreCheckoutQuery(checkout, true);
      case Answer.Decline decline ->
          new AnswerPreCheckoutQuery(checkout, false, decline.reason().text());
    };
  }

  static Update parse(byte[] json) {
    try {
      return MAPPER.readValue(json, Update.class);
    } catch (IOException e) {
      throw new UncheckedIOException("TelegramBots cannot read an update.", e);
    }
  }

  static TypedUpdate typed(Update update) {
    return new TypedUpdate(
        update.getUpdateId(), message(update), checkout(update), callback(update));
  }

  private static TypedUpdate.@Nullable Message message(Update update) {
    var message = update.getMessage();
    return message == null
        ? null
        : new TypedUpdate.Message(
            sender(message),
            message.getDate(),
            message.getText(),
            successful(message),
            refunded(message));
  }

  private static TypedUpdate.Sender sender(Message message) {
    var from = message.getFrom();
    var chat = message.getChat();
    return new TypedUpdate.Sender(
        idOf(from),
        from != null && Boolean.TRUE.equals(from.getIsBot()),
        chat == null ? null : chat.getId(),
        chat != null && "private".equals(chat.getType()));
  }

  private static TypedUpdate.@Nullable Paid successful(Message message) {
    var paid = message.getSuccessfulPayment();
    return paid == null
        ? null
        : new TypedUpdate.Paid(
            paid.getCurrency(),
            paid.getTotalAmount(),
            paid.getInvoicePayload(),
            paid.getTelegramPaymentChargeId());
  }

  private static TypedUpdate.@Nullable Paid refunded(Message message) {
    var paid = message.getRefundedPayment();
    return paid == null
        ? null
        : new TypedUpdate.Paid(
            paid.getCurrency(),
            paid.getTotalAmount(),
            paid.getInvoicePayload(),
            paid.getTelegramPaymentChargeId());
  }

  private static TypedUpdate.@Nullable Query checkout(Update update) {
    var query = update.getPreCheckoutQuery();
    return query == null
        ? null
        : new TypedUpdate.Query(
            query.getId(),
            idOf(query.getFrom()),
            null,
            new TypedUpdate.Paid(
                query.getCurrency(), query.getTotalAmount(), query.getInvoicePayload(), null));
  }

  private static TypedUpdate.@Nullable Query callback(Update update) {
    var query = update.getCallbackQuery();
    return query == null
        ? null
        : new TypedUpdate.Query(query.getId(), idOf(query.getFrom()), query.getData(), null);
  }

  private static @Nullable Long idOf(@Nullable User user) {
    return user == null ? null : user.getId();
  }
}

package dev.startill.benchmarks.telegram;

import dev.startill.benchmarks.wire.Fields;
import java.util.Locale;

/** What a bot asks of Telegram, as far as a sale needs it. */
sealed interface Call {
  /** A long poll; the timeout is in seconds. */
  record GetUpdates(long offset, int limit, int timeout) implements Call {}

  /** The way of updates from now on. */
  record SetWebhook(String url, String secret, int connections) implements Call {}

  /** No webhook any more. */
  record DeleteWebhook() implements Call {}

  /** Who am I? */
  record GetMe() implements Call {}

  /** An offer to a buyer. */
  record SendInvoice(long chat, String payload) implements Call {}

  /** Whether a buyer may pay. */
  record Answer(long query, boolean ok) implements Call {}

  /** A text. */
  record SendMessage(long chat, String text) implements Call {}

  /** A page of the statement. */
  record GetTransactions(int offset, int limit) implements Call {}

  /** How many Stars there are. */
  record GetBalance() implements Call {}

  /** Anything else is said to have been done. */
  record Other(String method) implements Call {}

  /** Reads a call. */
  static Call read(String method, Fields fields) {
    return switch (method.toLowerCase(Locale.ROOT)) {
      case "getupdates" ->
          new GetUpdates(
              fields.number("offset", 0),
              (int) fields.number("limit", 100),
              (int) fields.number("timeout", 0));
      case "sendinvoice" -> new SendInvoice(fields.number("chat_id", 0), fields.text("payload"));
      case "answerprecheckoutquery" ->
          new Answer(fields.number("pre_checkout_query_id", 0), fields.text("ok").equals("true"));
      case "sendmessage" -> new SendMessage(fields.number("chat_id", 0), fields.text("text"));
      case "setwebhook" ->
          new SetWebhook(
              fields.text("url"),
              fields.text("secret_token"),
              (int) fields.number("max_connections", 40));
      case "deletewebhook" -> new DeleteWebhook();
      case "getme" -> new GetMe();
      case "getstartransactions" ->
          new GetTransactions((int) fields.number("offset", 0), (int) fields.number("limit", 100));
      case "getmystarbalance" -> new GetBalance();
      default -> new Other(method);
    };
  }
}

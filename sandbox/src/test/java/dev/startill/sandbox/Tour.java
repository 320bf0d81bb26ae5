package dev.startill.sandbox;

import java.util.Set;

/** A walk past everything that the sandbox can show, for the check of its objects. */
final class Tour {
  /** The types that the walk must have met. */
  static final Set<String> TYPES =
      Set.of(
          "Update",
          "User",
          "Chat",
          "Message",
          "MessageEntity",
          "Document",
          "PhotoSize",
          "Invoice",
          "InlineKeyboardMarkup",
          "InlineKeyboardButton",
          "PreCheckoutQuery",
          "SuccessfulPayment",
          "RefundedPayment",
          "CallbackQuery",
          "StarAmount",
          "StarTransactions",
          "StarTransaction",
          "TransactionPartnerUser",
          "WebhookInfo",
          "BotCommand");

  private Tour() {}

  static void play(Stage stage) {
    messages(stage);
    sales(stage);
    settings(stage);
  }

  private static void messages(Stage stage) {
    var bot = stage.bot;
    bot.says(stage.ann, "/buy");
    bot.next("message");
    var keys =
        "{\"inline_keyboard\":[[{\"text\":\"More\",\"callback_data\":\"more\"},"
            + "{\"text\":\"Terms\",\"url\":\"https://shop.example\"}]]}";
    var to = "{\"chat_id\":" + stage.ann + ",";
    var sent =
        bot.ok(
            "sendMessage",
            to
                + "\"text\":\"<b>Hello</b>\",\"parse_mode\":\"HTML\",\"reply_markup\":"
                + keys
                + "}");
    var id = sent.path("message_id");
    var press = "{\"bot\":%d,\"message_id\":%s,\"data\":\"more\"}".formatted(Client.BOT, id);
    var pressed = bot.postLater("/sandbox/users/" + stage.ann + "/callbacks", press);
    var query = bot.next("callback_query").path("id").asString();
    bot.ok("answerCallbackQuery", "{\"callback_query_id\":\"" + query + "\",\"text\":\"Yes\"}");
    pressed.join();
    bot.ok("editMessageText", to + "\"message_id\":" + id + ",\"text\":\"Bye\"}");
    bot.ok("deleteMessage", to + "\"message_id\":" + id + "}");
    bot.ok("sendDocument", to + "\"document\":\"https://shop.example/guide.pdf\"}");
    bot.ok("sendPhoto", to + "\"photo\":\"https://shop.example/cover.png\",\"caption\":\"It\"}");
  }

  private static void sales(Stage stage) {
    var bot = stage.bot;
    stage.invoice("sendInvoice", Stage.invoice());
    var charge = stage.sale("ord_1", 50).path("charge_id").asString();
    bot.ok("refundStarPayment", PaymentScenes.refund(stage.ann, charge));
    bot.next("message");
    bot.ok("getStarTransactions", "{}");
    bot.ok("getMyStarBalance", "{}");
  }

  private static void settings(Stage stage) {
    var bot = stage.bot;
    bot.ok("getMe", "{}");
    bot.ok("setMyCommands", "{\"commands\":[{\"command\":\"buy\",\"description\":\"Buy\"}]}");
    bot.ok("getMyCommands", "{}");
    bot.ok("setWebhook", "{\"url\":\"http://127.0.0.1:9/x\",\"allowed_updates\":[\"message\"]}");
    bot.ok("getWebhookInfo", "{}");
    bot.ok("deleteWebhook", "{}");
  }
}

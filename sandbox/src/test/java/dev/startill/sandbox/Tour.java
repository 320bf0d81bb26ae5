package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

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
          "BotCommand",
          "BotSubscriptionUpdated",
          "Gifts",
          "Gift",
          "OwnedGifts",
          "OwnedGiftRegular",
          "PaidMediaInfo",
          "PaidMediaPhoto",
          "PaidMediaPurchased",
          "TransactionPartnerFragment",
          "RevenueWithdrawalStateSucceeded",
          "ChatFullInfo",
          "ChatMemberUpdated",
          "ChatMemberAdministrator",
          "ChatMemberLeft",
          "ChatInviteLink");

  private Tour() {}

  static void play(Stage stage) {
    messages(stage);
    sales(stage);
    subscriptions(stage);
    gifts(stage);
    paidMedia(stage);
    channel(stage);
    books(stage);
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
    stage.sale("ord_2", 90);
    bot.ok("getStarTransactions", "{}");
    bot.ok("getMyStarBalance", "{}");
  }

  private static void subscriptions(Stage stage) {
    Subscribing.paid(stage, Subscribing.link(stage, "sub_1", 20));
    var mine = "/sandbox/users/" + stage.ann + "/subscriptions";
    var id = stage.bot.get(mine).json().at("/0/id");
    stage.bot.post(mine + "/" + id + "/cancel", "{}");
    stage.bot.next("subscription");
  }

  private static void gifts(Stage stage) {
    var gift = stage.bot.ok("getAvailableGifts", "{}").at("/gifts/0/id").asString();
    stage.bot.ok(
        "sendGift",
        "{\"user_id\":%d,\"gift_id\":\"%s\",\"text\":\"Thanks\"}".formatted(stage.ann, gift));
    stage.bot.ok("getUserGifts", "{\"user_id\":" + stage.ann + "}");
  }

  private static void paidMedia(Stage stage) {
    var media = "[{\"type\":\"photo\",\"media\":\"https://x.example/a.png\"}]";
    var sent =
        stage.bot.ok(
            "sendPaidMedia",
            "{\"chat_id\":%d,\"star_count\":5,\"payload\":\"p\",\"media\":%s}"
                .formatted(stage.ann, media));
    PaidMediaScenes.buy(stage, sent.path("message_id").asLong());
    stage.bot.next("purchased_paid_media");
  }

  private static void channel(Stage stage) {
    var bot = stage.bot;
    var body = "{\"type\":\"channel\",\"title\":\"News\",\"owner\":" + stage.ann + "}";
    var channel = bot.post("/sandbox/chats", body).json().path("id");
    var members = "/sandbox/chats/" + channel + "/members";
    bot.post(members, "{\"bot\":" + Client.BOT + ",\"status\":\"administrator\"}");
    bot.next("my_chat_member");
    var chat = "{\"chat_id\":" + channel;
    bot.ok("getChat", chat + "}");
    bot.ok("getChatAdministrators", chat + "}");
    bot.ok("getChatMember", chat + ",\"user_id\":" + Client.BOT + "}");
    bot.ok(
        "createChatSubscriptionInviteLink",
        chat + ",\"subscription_period\":2592000,\"subscription_price\":10}");
    bot.ok("sendMessage", chat + ",\"text\":\"News\"}");
  }

  private static void books(Stage stage) {
    PaymentScenes.turn(stage, "{\"withdrawal_minimum\":1}");
    var body = "{\"bot\":" + Client.BOT + ",\"stars\":2}";
    var begun = stage.bot.post("/sandbox/withdrawals", body);
    assertThat(begun.status()).as(begun.json().toString()).isEqualTo(200);
    var path = "/sandbox/withdrawals/" + begun.json().path("id");
    assertThat(stage.bot.post(path, "{\"state\":\"succeeded\"}").status()).isEqualTo(200);
    stage.bot.ok("getStarTransactions", "{}");
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

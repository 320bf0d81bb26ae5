package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Amount;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.People;
import dev.startill.sandbox.world.StarTransaction;
import dev.startill.sandbox.world.WithdrawalState;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lines of the books as the Bot API shows them, fields in the order in which the Bot API server
 * writes them (tdlib/telegram-bot-api, Client.cpp, JsonStarTransaction).
 */
public final class LedgerShapes {
  private final People people;
  private final Shapes shapes;

  /** Shapes that look names up among these people; to be used where they may be read. */
  public LedgerShapes(People people) {
    this.people = people;
    this.shapes = new Shapes(people);
  }

  /** An array of StarTransaction objects. */
  public ArrayNode transactions(List<StarTransaction> lines) {
    var list = Json.array();
    lines.forEach(line -> list.add(transaction(line)));
    return list;
  }

  /** A StarTransaction object. */
  public ObjectNode transaction(StarTransaction line) {
    var json = Json.object().put("id", line.id()).put("date", line.date());
    json.set(line.incoming() ? "source" : "receiver", partner(line.partner()));
    return amount(json, line.amount());
  }

  /** Puts the fields of a StarAmount into an object. */
  public static ObjectNode amount(ObjectNode json, Amount amount) {
    json.put("amount", amount.stars());
    if (amount.nanostars() != 0) {
      json.put("nanostar_amount", amount.nanostars());
    }
    return json;
  }

  private ObjectNode partner(Partner partner) {
    return switch (partner) {
      case Partner.User user -> user(user);
      case Partner.Chat chat -> chat(chat);
      case Partner.Fragment fragment -> {
        var json = typed("fragment");
        if (!(fragment.state() instanceof WithdrawalState.None)) {
          json.set("withdrawal_state", state(fragment.state()));
        }
        yield json;
      }
      case Partner.TelegramAds ads -> typed("telegram_ads");
      case Partner.TelegramApi api ->
          typed("telegram_api").put("request_count", api.requestCount());
      case Partner.Other other -> typed("other");
      case Partner.Store store -> typed("store");
    };
  }

  private ObjectNode user(Partner.User partner) {
    return switch (partner.purpose()) {
      case Partner.Purpose.Invoice invoice -> {
        var json = user("invoice_payment", partner.user());
        putText(json, "invoice_payload", invoice.payload());
        if (invoice.subscriptionPeriod() > 0) {
          json.put("subscription_period", invoice.subscriptionPeriod());
        }
        yield json;
      }
      case Partner.Purpose.Media media -> {
        var json = user("paid_media_payment", partner.user());
        json.set("paid_media", Json.read(media.media()).orElseGet(Json::array));
        putText(json, "paid_media_payload", media.payload());
        yield json;
      }
      case Partner.Purpose.Gift gift ->
          withGift(user("gift_purchase", partner.user()), gift.gift());
      case Partner.Purpose.Premium premium ->
          user("premium_purchase", partner.user())
              .put("premium_subscription_duration", premium.months());
      case Partner.Purpose.BusinessTransfer transfer ->
          user("business_account_transfer", partner.user());
    };
  }

  private ObjectNode user(String transaction, long id) {
    var json = Json.object().put("transaction_type", transaction).put("type", "user");
    var bot = people.bot(id).map(Shapes::bot);
    return json.set("user", bot.orElseGet(() -> shapes.user(id)));
  }

  private ObjectNode chat(Partner.Chat partner) {
    var json = typed("chat");
    var chat = people.community(partner.chat());
    json.set(
        "chat",
        chat.map(known -> shapes.chat(known.chat()))
            .orElseGet(() -> Json.object().put("id", partner.chat())));
    return partner.gift().isEmpty() ? json : withGift(json, partner.gift());
  }

  private static ObjectNode withGift(ObjectNode json, String gift) {
    return json.set("gift", Json.read(gift).orElseGet(Json::object));
  }

  /** A RevenueWithdrawalState object; empty where there is none. */
  public static ObjectNode state(WithdrawalState state) {
    return switch (state) {
      case WithdrawalState.None none -> Json.object();
      case WithdrawalState.Pending pending -> typed("pending");
      case WithdrawalState.Succeeded succeeded ->
          typed("succeeded").put("date", succeeded.date()).put("url", succeeded.url());
      case WithdrawalState.Failed failed -> typed("failed");
    };
  }

  private static ObjectNode typed(String type) {
    return Json.object().put("type", type);
  }

  private static void putText(ObjectNode json, String field, String text) {
    if (!text.isEmpty()) {
      json.put(field, text);
    }
  }
}

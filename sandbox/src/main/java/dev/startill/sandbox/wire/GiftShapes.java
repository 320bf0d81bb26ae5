package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Gift;
import dev.startill.sandbox.world.Gifts;
import dev.startill.sandbox.world.OwnedGift;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gifts as the Bot API shows them (Client.cpp: JsonGift, JsonGiftMessage, JsonReceivedGift). Their
 * stickers are named, and have no bytes here.
 */
public final class GiftShapes {
  private static final int SIDE = 512;
  private static final long STICKER_BYTES = 20_480;

  private GiftShapes() {}

  /** A Gift object, with how many are left now. */
  public static ObjectNode gift(Gift gift, long left) {
    var json = Json.object().put("id", Long.toString(gift.id()));
    json.putObject("sticker")
        .put("width", SIDE)
        .put("height", SIDE)
        .put("emoji", gift.emoji())
        .put("is_animated", true)
        .put("is_video", false)
        .put("type", "regular")
        .put("file_id", "CAACAgIAAxUAAWgift" + gift.id())
        .put("file_unique_id", "AgADgift" + gift.id())
        .put("file_size", STICKER_BYTES);
    json.put("star_count", gift.stars());
    if (gift.upgradeStars() > 0) {
      json.put("upgrade_star_count", gift.upgradeStars());
    }
    if (gift.isLimited()) {
      json.put("remaining_count", left).put("total_count", gift.total());
    }
    return json;
  }

  /** An OwnedGift object. */
  public static ObjectNode owned(OwnedGift one, Shapes shapes, Gifts gifts) {
    var json = Json.object().put("type", "regular");
    json.set("gift", gift(one.gift(), gifts.left(one.gift())));
    json.set("sender_user", shapes.anybody(one.sender()));
    json.put("send_date", one.date());
    putWords(json, one.text(), one.entities());
    json.put("is_saved", true);
    putUpgrade(json, one);
    return json;
  }

  /** The fields of a service message about a gift. */
  static void put(ObjectNode json, Content.Gifted gifted) {
    var one = gifted.gift();
    var info = json.putObject("gift");
    info.set("gift", gift(one.gift(), gifted.left()));
    putUpgrade(info, one);
    putWords(info, one.text(), one.entities());
  }

  /**
   * The Bot API has no field for this message; {@code gifted_premium} is the sandbox's own, for
   * whoever looks on as the user.
   */
  static void put(ObjectNode json, Content.GiftedPremium premium) {
    var info = json.putObject("gifted_premium");
    info.put("month_count", premium.months()).put("star_count", premium.stars());
    putWords(info, premium.text(), premium.entities());
  }

  private static void putUpgrade(ObjectNode json, OwnedGift one) {
    if (one.gift().upgradeStars() > 0) {
      json.put("can_be_upgraded", true);
    }
    if (one.upgradePaid()) {
      json.put("prepaid_upgrade_star_count", one.gift().upgradeStars());
    }
  }

  private static void putWords(ObjectNode json, String text, String entities) {
    if (!text.isEmpty()) {
      json.put("text", text);
      Json.read(entities).ifPresent(list -> json.set("entities", list));
    }
  }
}

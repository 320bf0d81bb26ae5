package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.GiftShapes;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Gift;
import dev.startill.sandbox.world.OwnedGift;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Gifts and Telegram Premium from a bot's balance. The order of checks is Client.cpp's; that a text
 * beyond 128 characters is MESSAGE_TOO_LONG, and a gift to a group PEER_ID_INVALID, is assumed.
 */
final class GiftMethods {
  private static final int TEXT_LIMIT = 128;
  private static final Pattern OFFSET = Pattern.compile("\\d{1,9}");

  private GiftMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getavailablegifts", GiftMethods::getAvailableGifts);
    table.put("sendgift", GiftMethods::sendGift);
    table.put("giftpremiumsubscription", GiftMethods::giftPremium);
    table.put("getusergifts", GiftMethods::getUserGifts);
    table.put("getchatgifts", GiftMethods::getChatGifts);
  }

  private static Reply getAvailableGifts(Call call) {
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var json = Json.object();
                  var list = json.putArray("gifts");
                  var gifts = world.gifts();
                  gifts
                      .available()
                      .forEach(gift -> list.add(GiftShapes.gift(gift, gifts.left(gift))));
                  return json;
                }));
  }

  private static Reply sendGift(Call call) {
    long gift = call.parameters().number("gift_id", 0, 0, Long.MAX_VALUE);
    boolean upgrade = call.parameters().flag("pay_for_upgrade");
    var text = text(call);
    var chatId = call.text("chat_id");
    long user = chatId.isEmpty() ? ChatMethods.userId(call) : 0;
    call.world()
        .run(
            world -> {
              var to =
                  user == 0
                      ? receiver(ChatMethods.readable(world, call.bot().id(), chatId))
                      : privately(call, world, user);
              var found = gift(world, gift, upgrade);
              checkLength(text);
              var one =
                  new OwnedGift(
                      to.id(),
                      call.bot().id(),
                      found,
                      world.now().getEpochSecond(),
                      text.text(),
                      text.entities(),
                      upgrade);
              var gifts = world.gifts();
              gifts.give(one, to, given -> Json.text(GiftShapes.gift(given, gifts.left(given))));
            });
    return Reply.done();
  }

  private static Gift gift(World world, long id, boolean upgrade) {
    var gift = world.gifts().find(id).orElseThrow(() -> Refusal.badRequest("STARGIFT_INVALID"));
    if (upgrade && gift.upgradeStars() == 0) {
      throw Refusal.badRequest("STARGIFT_UPGRADE_UNAVAILABLE");
    }
    return gift;
  }

  private static Chat receiver(Chat chat) {
    return switch (chat) {
      case Chat.Private p -> p;
      case Chat.Channel c -> c;
      case Chat.Group g -> throw Refusal.badRequest("PEER_ID_INVALID");
    };
  }

  private static Reply giftPremium(Call call) {
    long user = ChatMethods.userId(call);
    long stars = call.parameters().number("star_count", 0, 0, Long.MAX_VALUE);
    int months = (int) call.parameters().number("month_count", 0, 0, 1_000);
    var text = text(call);
    call.world()
        .run(
            world -> {
              var to = privately(call, world, user);
              checkLength(text);
              world.gifts().givePremium(to, months, stars, text.text(), text.entities());
            });
    return Reply.done();
  }

  private static Reply getUserGifts(Call call) {
    long user = ChatMethods.userId(call);
    return Reply.result(
        call.world()
            .with(
                world -> {
                  long owner = privately(call, world, user).user();
                  return page(call, world, owner);
                }));
  }

  private static Reply getChatGifts(Call call) {
    var chatId = call.chatId();
    return Reply.result(
        call.world()
            .with(
                world -> {
                  var chat = ChatMethods.readable(world, call.bot().id(), chatId);
                  return page(call, world, chat.id());
                }));
  }

  /** All gifts here are plain ones and shown on the profile. The dearest first is assumed. */
  private static JsonNode page(Call call, World world, long owner) {
    var found = world.gifts().of(owner).stream().filter(one -> !isExcluded(call, one)).toList();
    if (call.parameters().flag("sort_by_price")) {
      found =
          found.stream()
              .sorted(Comparator.comparingLong((OwnedGift one) -> one.gift().stars()).reversed())
              .toList();
    }
    var offset = call.text("offset");
    int from = OFFSET.matcher(offset).matches() ? Integer.parseInt(offset) : 0;
    int limit = (int) call.parameters().number("limit", 100, 1, 100);
    return page(world, found, Math.min(from, found.size()), limit);
  }

  private static JsonNode page(World world, List<OwnedGift> found, int from, int limit) {
    int to = Math.min(found.size(), from + limit);
    var json = Json.object().put("total_count", found.size());
    var list = json.putArray("gifts");
    var shapes = new Shapes(world.people());
    found.subList(from, to).forEach(one -> list.add(GiftShapes.owned(one, shapes, world.gifts())));
    if (to < found.size()) {
      json.put("next_offset", Integer.toString(to));
    }
    return json;
  }

  private static boolean isExcluded(Call call, OwnedGift one) {
    var parameters = call.parameters();
    if (parameters.flag("exclude_saved")) {
      return true;
    }
    if (!one.gift().isLimited()) {
      return parameters.flag("exclude_unlimited");
    }
    return parameters.flag(
        one.gift().upgradeStars() > 0
            ? "exclude_limited_upgradable"
            : "exclude_limited_non_upgradable");
  }

  private static FormattedText text(Call call) {
    return FormattedText.read(call, "text", "text_entities", "text_parse_mode");
  }

  private static void checkLength(FormattedText text) {
    if (text.length() > TEXT_LIMIT) {
      throw Refusal.badRequest("MESSAGE_TOO_LONG");
    }
  }

  private static Chat.Private privately(Call call, World world, long user) {
    if (world.people().user(user).isEmpty()) {
      throw Refusal.badRequest("user not found");
    }
    return new Chat.Private(call.bot().id(), user);
  }
}

package dev.startill.sandbox.world;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gifts and Telegram Premium, which bots pay from their balance. The catalogue is made up, with
 * prices as Telegram's have been; one of the gifts is limited.
 */
public final class Gifts {
  private static final List<Gift> CATALOGUE =
      List.of(
          new Gift(5_170_145_012_310_081_615L, "💝", 15, 0, 0),
          new Gift(5_170_233_102_089_322_756L, "🧸", 15, 0, 0),
          new Gift(5_168_103_777_563_050_263L, "🌹", 25, 0, 0),
          new Gift(5_170_144_170_496_491_616L, "🎂", 50, 25, 0),
          new Gift(5_170_521_118_301_225_164L, "💎", 100, 50, 0),
          new Gift(5_998_981_470_310_368_313L, "🏆", 200, 100, 3));

  /** Stars by months (core.telegram.org/bots/api#giftpremiumsubscription). */
  private static final Map<Integer, Long> PREMIUM = Map.of(3, 1_000L, 6, 1_500L, 12, 2_500L);

  private final World world;
  private final List<OwnedGift> given = new ArrayList<>();
  private final Map<Long, Long> premiumUntil = new LinkedHashMap<>();

  Gifts(World world) {
    this.world = world;
  }

  /** What can be bought now. Sold-out gifts are not listed (TDLib, StarGiftManager.cpp). */
  public List<Gift> available() {
    return CATALOGUE.stream().filter(gift -> !gift.isLimited() || left(gift) > 0).toList();
  }

  /** The gift of that number, sold out or not. */
  public Optional<Gift> find(long id) {
    return CATALOGUE.stream().filter(gift -> gift.id() == id).findFirst();
  }

  /** How many of a limited gift are left. */
  public long left(Gift gift) {
    return gift.total() - given.stream().filter(one -> one.gift().id() == gift.id()).count();
  }

  /** What somebody was given, newest first. */
  public List<OwnedGift> of(long owner) {
    return given.reversed().stream().filter(one -> one.owner() == owner).toList();
  }

  /**
   * A bot gives a gift to a user or a channel.
   *
   * @param shown the gift as JSON text, to be asked for when it is given: that is what the books
   *     keep
   * @throws Refusal STARGIFT_USAGE_LIMITED when none is left, BALANCE_TOO_LOW
   */
  public void give(OwnedGift one, Chat to, Function<Gift, String> shown) {
    if (one.gift().isLimited() && left(one.gift()) == 0) {
      throw Refusal.badRequest("STARGIFT_USAGE_LIMITED");
    }
    requireStars(one.sender(), one.price());
    given.add(one);
    var gift = shown.apply(one.gift());
    var partner =
        switch (to) {
          case Chat.Private p -> new Partner.User(p.user(), new Partner.Purpose.Gift(gift));
          case Chat.Shared shared -> new Partner.Chat(shared.id(), gift);
        };
    spend(one.sender(), one.price(), partner);
    switch (to) {
      case Chat.Private p -> say(p, new Content.Gifted(one, left(one.gift())));
      case Chat.Shared s -> {}
    }
  }

  /**
   * A bot gives a user Telegram Premium; it follows on what they have.
   *
   * @throws Refusal GIFT_MONTHS_INVALID (assumed), a sentence of TDLib's for another price
   *     (Premium.cpp), BALANCE_TOO_LOW
   */
  public void givePremium(Chat.Private to, int months, long stars, String text, String entities) {
    var price = PREMIUM.get(months);
    if (price == null) {
      throw Refusal.badRequest("GIFT_MONTHS_INVALID");
    }
    if (price != stars) {
      throw Refusal.badRequest("wrong Premium subscription price specified");
    }
    requireStars(to.bot(), stars);
    var from = Math.max(world.date(), premiumUntil.getOrDefault(to.user(), 0L));
    var until = Instant.ofEpochSecond(from).atZone(ZoneOffset.UTC).plusMonths(months);
    premiumUntil.put(to.user(), until.toEpochSecond());
    spend(to.bot(), stars, new Partner.User(to.user(), new Partner.Purpose.Premium(months)));
    say(to, new Content.GiftedPremium(months, stars, text, entities));
  }

  /** Whether a user has Telegram Premium now. */
  public boolean isPremium(long user) {
    return premiumUntil.getOrDefault(user, 0L) > world.date();
  }

  private void requireStars(long bot, long stars) {
    if (!world.books().covers(bot, Amount.of(stars))) {
      throw Refusal.badRequest("BALANCE_TOO_LOW");
    }
  }

  private void spend(long bot, long stars, Partner partner) {
    world.books().spend(bot, world.books().newId(), Amount.of(stars), partner);
  }

  /**
   * The bot is not told of its own gifts (Client.cpp, need_skip_update_message). A user who never
   * met the bot sees theirs on the profile alone: a gift does not let a bot write to strangers.
   */
  private void say(Chat.Private chat, Content.Service words) {
    if (!world.chats().isOpen(chat)) {
      return;
    }
    var message = world.chats().post(chat, chat.bot(), words, "", Marks.NONE);
    assert message.id() > 0;
  }

  List<OwnedGift> given() {
    return List.copyOf(given);
  }

  Map<Long, Long> premiumUntil() {
    return Map.copyOf(premiumUntil);
  }

  void restore(List<OwnedGift> gifts, Map<Long, Long> premium) {
    given.addAll(gifts);
    premiumUntil.putAll(premium);
  }
}

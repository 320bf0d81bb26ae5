package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who bought which paid media. There is no pre-checkout: the Stars move at once, to the channel
 * that posted it or else to the bot, which is told when it gave a payload
 * (core.telegram.org/bots/api#paidmediapurchased).
 */
public final class PaidMediaSales {
  private final World world;
  private final Map<String, Set<Long>> buyers = new LinkedHashMap<>();

  PaidMediaSales(World world) {
    this.world = world;
  }

  /** Whether somebody may see it: the buyers, and who runs the channel that it is from. */
  public boolean isOpen(Content.PaidMedia media, long viewer) {
    return buyers.getOrDefault(media.key(), Set.of()).contains(viewer)
        || world
            .people()
            .community(media.seller())
            .map(channel -> world.memberships().of(channel.chat(), viewer).status().runsIt())
            .orElse(false);
  }

  /**
   * A user buys what a message shows.
   *
   * @param shown the media as JSON text, an array of PaidMedia: that is what the books keep
   */
  public Outcome buy(long user, Message message, Content.PaidMedia media, String shown) {
    var price = Amount.of(media.stars());
    if (isOpen(media, user)) {
      return new Outcome.Failed("MEDIA_ALREADY_PAID", "");
    }
    if (!world.books().covers(user, price)) {
      return new Outcome.Failed("BALANCE_TOO_LOW", "");
    }
    var id = world.books().newId();
    var channel = world.people().community(media.seller());
    var bought = new Partner.Purpose.Media(shown, media.payload());
    var seller =
        channel
            .<Partner>map(known -> new Partner.Chat(known.id(), ""))
            .orElseGet(() -> new Partner.User(media.seller(), bought));
    world.books().spend(user, id, price, seller);
    world.books().earn(media.seller(), id, price, new Partner.User(user, bought));
    buyers.computeIfAbsent(media.key(), key -> new LinkedHashSet<>()).add(user);
    if (channel.isEmpty()) {
      tell(user, media);
    }
    world.tell(new Happening.MessageShown(message));
    return new Outcome.Paid(id);
  }

  private void tell(long user, Content.PaidMedia media) {
    if (!media.payload().isEmpty()) {
      var body = new Update.MediaBought(user, media.payload());
      world.mail().put(media.seller(), body, world.knobs().messageRetention());
    }
  }

  /** The paid media of a message, if it is one. */
  public static Optional<Content.PaidMedia> in(Message message) {
    return message.content() instanceof Content.PaidMedia media
        ? Optional.of(media)
        : Optional.empty();
  }

  Map<String, Set<Long>> buyers() {
    var copy = new LinkedHashMap<String, Set<Long>>();
    buyers.forEach((key, who) -> copy.put(key, new LinkedHashSet<>(who)));
    return copy;
  }

  void restore(Map<String, Set<Long>> saved) {
    saved.forEach((key, who) -> buyers.put(key, new LinkedHashSet<>(who)));
  }
}

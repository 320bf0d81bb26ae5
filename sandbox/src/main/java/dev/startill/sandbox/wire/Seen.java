package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.PaidMediaSales;
import dev.startill.sandbox.world.World;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as a person's client has them: a Bot API Message, and what that leaves out but people
 * see: an invoice's photo, a gift of Telegram Premium, and a keyboard that stands below the text
 * field or takes it away. Paid media is a preview to those who have not paid.
 */
public final class Seen {
  private final World world;
  private final long viewer;
  private final Shapes shapes;

  /**
   * Messages of this World as one person sees them, 0 for somebody who paid for nothing; to be used
   * where the World may be read.
   */
  public Seen(World world, long viewer) {
    this.world = world;
    this.viewer = viewer;
    this.shapes = new Shapes(world.people());
  }

  /** A message with all that is seen of it. */
  public ObjectNode message(Message message) {
    var json = shapes.message(message);
    if (message.content() instanceof Content.Offer offer && !offer.invoice().photoUrl().isEmpty()) {
      json.withObject("/invoice").put("photo_url", offer.invoice().photoUrl());
    }
    hide(json, message);
    message.marks().replyTo().ifPresent(to -> hide(json.withObject("/reply_to_message"), to));
    if (message.content() instanceof Content.GiftedPremium premium) {
      GiftShapes.put(json, premium);
    }
    if (!json.has("reply_markup") && !message.replyMarkup().isEmpty()) {
      Json.read(message.replyMarkup()).ifPresent(markup -> json.set("reply_markup", markup));
    }
    var reactions = world.margins().reactions(message);
    if (!reactions.isEmpty()) {
      var all = json.putArray("reactions");
      reactions.values().forEach(list -> Json.read(list).ifPresent(read -> read.forEach(all::add)));
    }
    return json;
  }

  /** Paid media shows itself to those who paid. */
  private void hide(ObjectNode json, Message message) {
    PaidMediaSales.in(message)
        .filter(media -> !world.paidMedia().isOpen(media, viewer))
        .ifPresent(
            media ->
                json.withObject("/paid_media").set("paid_media", PaidMediaShapes.closed(media)));
  }
}

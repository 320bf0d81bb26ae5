package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.People;
import tools.jackson.databind.node.ObjectNode;

/**
 * Messages as a person's client has them: a Bot API Message, and what that leaves out but people
 * see: an invoice's photo, a gift of Telegram Premium, and a keyboard that stands below the text
 * field or takes it away.
 */
public final class Seen {
  private final Shapes shapes;

  /** Messages whose names are looked up among these people; to be used where they may be read. */
  public Seen(People people) {
    this.shapes = new Shapes(people);
  }

  /** A message with all that is seen of it. */
  public ObjectNode message(Message message) {
    var json = shapes.message(message);
    if (message.content() instanceof Content.Offer offer && !offer.invoice().photoUrl().isEmpty()) {
      json.withObject("/invoice").put("photo_url", offer.invoice().photoUrl());
    }
    if (message.content() instanceof Content.GiftedPremium premium) {
      GiftShapes.put(json, premium);
    }
    if (!json.has("reply_markup") && !message.replyMarkup().isEmpty()) {
      Json.read(message.replyMarkup()).ifPresent(markup -> json.set("reply_markup", markup));
    }
    return json;
  }
}

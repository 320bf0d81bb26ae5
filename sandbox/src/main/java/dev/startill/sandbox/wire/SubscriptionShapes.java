package dev.startill.sandbox.wire;

import dev.startill.sandbox.world.People;
import dev.startill.sandbox.world.Subscription;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A buyer's subscriptions as the control interface shows them; the Bot API never does. */
public final class SubscriptionShapes {
  private final People people;

  /** Shapes that look bots up among these people; to be used where they may be read. */
  public SubscriptionShapes(People people) {
    this.people = people;
  }

  /** An array of them. */
  public ArrayNode subscriptions(List<Subscription> all) {
    var list = Json.array();
    all.forEach(each -> list.add(subscription(each)));
    return list;
  }

  /**
   * One of them; {@code renews} while it is active, {@code expires} when the paid time runs out.
   */
  public ObjectNode subscription(Subscription subscription) {
    var invoice = subscription.invoice();
    var json = Json.object().put("id", subscription.id()).put("user", subscription.user());
    var bot = people.bot(subscription.bot());
    json.set("bot", bot.map(Shapes::bot).orElseGet(Json::object));
    json.put("title", invoice.title())
        .put("description", invoice.description())
        .put("payload", invoice.payload())
        .put("stars", invoice.amount())
        .put("period", invoice.subscriptionPeriod())
        .put("state", subscription.state().name().toLowerCase(Locale.ROOT));
    boolean renews = subscription.state() == Subscription.State.ACTIVE;
    json.put(renews ? "renews" : "expires", subscription.until());
    var charges = json.putArray("charges");
    subscription.charges().forEach(charges::add);
    return json;
  }
}

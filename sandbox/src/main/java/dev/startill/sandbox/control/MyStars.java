package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.LedgerShapes;
import dev.startill.sandbox.wire.SubscriptionShapes;
import dev.startill.sandbox.world.Outcome;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Subscription;
import dev.startill.sandbox.world.World;
import java.util.function.BiFunction;

/**
 * What a buyer sees under "My Stars": {@code /sandbox/users/{id}/transactions} and {@code
 * …/subscriptions…}.
 */
final class MyStars {
  private static final int PAGE = 100;

  private final LiveWorld live;
  private final Paying paying;

  MyStars(LiveWorld live, Paying paying) {
    this.live = live;
    this.paying = paying;
  }

  Answer answer(Request request) {
    long user = request.pathNumber(1);
    var call = request.path().get(2) + " " + request.verb() + " " + request.path().size();
    return switch (call) {
      case "transactions GET 3" -> transactions(request, user);
      case "subscriptions GET 3" -> subscriptions(user);
      case "subscriptions POST 3" -> subscribe(request, user);
      case "subscriptions GET 4" -> change(request, user, (world, known) -> known);
      case "subscriptions POST 5" -> turn(request, user);
      default -> refuse(request);
    };
  }

  /** Oldest first, in pages, as a bot reads its own. */
  private Answer transactions(Request request, long user) {
    int offset = (int) request.query().number("offset", 0, 0, Integer.MAX_VALUE);
    int limit = (int) request.query().number("limit", PAGE, 1, PAGE);
    return Answer.json(
        200,
        live.with(
            world -> {
              Buyers.user(world, user);
              var lines = world.books().lines(user, offset, limit);
              return new LedgerShapes(world.people()).transactions(lines);
            }));
  }

  private Answer subscriptions(long user) {
    return Answer.json(
        200,
        live.with(
            world -> {
              Buyers.user(world, user);
              var all = world.subscriptions().of(user);
              return new SubscriptionShapes(world.people()).subscriptions(all);
            }));
  }

  /** Pays a subscription's link, and waits as any payment does. */
  private Answer subscribe(Request request, long user) {
    var address = request.text("link");
    var outcome =
        paying.pay(
            world -> {
              var link =
                  world
                      .payments()
                      .find(address)
                      .orElseThrow(() -> Refusal.of(404, "Not Found: no such invoice link"));
              if (!link.invoice().isSubscription()) {
                throw Refusal.of(400, "Bad Request: this link is paid once, it is no subscription");
              }
              long buyer = Buyers.user(world, user).id();
              return world.payments().pay(buyer, link.bot(), link.invoice());
            });
    var json = Paying.told(outcome);
    if (outcome instanceof Outcome.Paid paid) {
      live.run(
          world ->
              world.subscriptions().of(user).stream()
                  .filter(known -> known.firstCharge().equals(paid.chargeId()))
                  .map(new SubscriptionShapes(world.people())::subscription)
                  .forEach(known -> json.set("subscription", known)));
    }
    return Answer.json(200, json);
  }

  private Answer turn(Request request, long user) {
    return switch (request.path().get(4)) {
      case "cancel" -> change(request, user, (world, known) -> world.subscriptions().cancel(known));
      case "restore" ->
          change(request, user, (world, known) -> world.subscriptions().restore(known));
      default -> refuse(request);
    };
  }

  private Answer change(
      Request request, long user, BiFunction<World, Subscription, Subscription> change) {
    long id = request.pathNumber(3);
    return Answer.json(
        200,
        live.with(
            world -> {
              var known =
                  world
                      .subscriptions()
                      .find(Buyers.user(world, user).id(), id)
                      .orElseThrow(
                          () -> Refusal.of(404, "Not Found: user " + user + " has no such one"));
              return new SubscriptionShapes(world.people())
                  .subscription(change.apply(world, known));
            }));
  }

  private static Answer refuse(Request request) {
    throw Control.noSuchCall(request);
  }
}

package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.LedgerShapes;
import dev.startill.sandbox.world.Charge;
import dev.startill.sandbox.world.Refusal;
import dev.startill.sandbox.world.Withdrawal;
import dev.startill.sandbox.world.World;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stars that leave a bot without a Bot API method: {@code /sandbox/chargebacks} and {@code
 * /sandbox/withdrawals…}.
 */
final class Treasury {
  private final LiveWorld live;

  Treasury(LiveWorld live) {
    this.live = live;
  }

  /** The payer took the money back at the store; the bot is not told. */
  Answer chargeback(Request request) {
    var id = request.text("charge_id");
    return Answer.json(
        200,
        live.with(
            world -> {
              var charge = named(world, request, id);
              charge = world.till().chargeback(charge.id());
              return Json.object()
                  .put("charge_id", charge.id())
                  .put("bot", charge.bot())
                  .put("user", charge.user())
                  .put("stars", charge.invoice().amount())
                  .put("bot_stars", world.books().balance(charge.bot()).stars());
            }));
  }

  private static Charge named(World world, Request request, String id) {
    var charge =
        world.till().find(id).orElseThrow(() -> Refusal.of(404, "Not Found: no such charge"));
    boolean otherBot = request.body().has("bot") && Bots.named(world, request).id() != charge.bot();
    boolean otherUser = request.numberOr("user", charge.user()) != charge.user();
    if (otherBot || otherUser) {
      throw Refusal.of(404, "Not Found: no such charge of this bot and user");
    }
    return charge;
  }

  Answer withdrawals(Request request) {
    boolean post = request.verb().equals("POST");
    return switch (request.path().size()) {
      case 1 -> post ? withdraw(request) : list();
      case 2 -> post ? end(request) : change(request, (world, known) -> known);
      default -> throw Control.noSuchCall(request);
    };
  }

  private Answer withdraw(Request request) {
    long stars = request.number("stars");
    return Answer.json(
        200,
        live.with(
            world -> shown(world.withdrawals().begin(Bots.named(world, request).id(), stars))));
  }

  private Answer list() {
    return Answer.json(
        200,
        live.with(
            world -> {
              var list = Json.array();
              world.withdrawals().all().forEach(known -> list.add(shown(known)));
              return list;
            }));
  }

  private Answer end(Request request) {
    return switch (request.text("state")) {
      case "succeeded" -> change(request, (world, known) -> world.withdrawals().succeed(known));
      case "failed" -> change(request, (world, known) -> world.withdrawals().fail(known));
      default -> throw Refusal.of(400, "Bad Request: \"state\" is succeeded or failed");
    };
  }

  private Answer change(Request request, BiFunction<World, Withdrawal, Withdrawal> change) {
    long id = request.pathNumber(1);
    return Answer.json(
        200,
        live.with(
            world -> {
              var known =
                  world
                      .withdrawals()
                      .find(id)
                      .orElseThrow(() -> Refusal.of(404, "Not Found: no withdrawal " + id));
              return shown(change.apply(world, known));
            }));
  }

  private static ObjectNode shown(Withdrawal withdrawal) {
    var json =
        Json.object()
            .put("id", withdrawal.id())
            .put("bot", withdrawal.bot())
            .put("stars", withdrawal.stars())
            .put("transaction", withdrawal.line());
    var state = LedgerShapes.state(withdrawal.state());
    json.set("state", state.path("type"));
    if (state.has("date")) {
      json.set("date", state.path("date"));
      json.set("url", state.path("url"));
    }
    return json;
  }
}

package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Shapes;
import dev.startill.sandbox.world.Refusal;

/**
 * {@code GET /sandbox/invites?link=…}: what somebody reads before they follow an invite link: its
 * chat, and what a membership costs.
 */
final class Invites {
  private final LiveWorld live;

  Invites(LiveWorld live) {
    this.live = live;
  }

  Answer answer(Request request) {
    var address = request.query().text("link");
    return Answer.json(
        200,
        live.with(
            world -> {
              var invitation =
                  world
                      .invitations()
                      .find(address)
                      .filter(known -> !known.revoked())
                      .orElseThrow(() -> Refusal.of(404, "Not Found: no such invite link"));
              var json = Json.object().put("invite_link", invitation.url());
              json.set("chat", new Shapes(world.people()).chat(invitation.chat()));
              var price = invitation.price();
              if (!price.isFree()) {
                json.put("subscription_period", price.period());
                json.put("subscription_price", price.stars());
              }
              return json;
            }));
  }
}

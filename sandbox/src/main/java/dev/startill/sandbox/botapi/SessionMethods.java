package dev.startill.sandbox.botapi;

import java.util.Map;

/** close and logOut; that the calls after them find the bot gone is up to the door. */
final class SessionMethods {
  private SessionMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("close", call -> Reply.done());
    table.put("logout", SessionMethods::logOut);
  }

  private static Reply logOut(Call call) {
    call.world().run(world -> world.sessions().logOut(call.bot().id()));
    return Reply.done();
  }
}

package dev.startill.sandbox.botapi;

import dev.startill.sandbox.wire.Shapes;
import java.util.Map;

/** What a bot asks about the business accounts that it acts for. */
final class BusinessMethods {
  private BusinessMethods() {}

  static void addTo(Map<String, Method> table) {
    table.put("getbusinessconnection", BusinessMethods::getBusinessConnection);
  }

  private static Reply getBusinessConnection(Call call) {
    var id = call.text("business_connection_id");
    return Reply.result(
        call.world()
            .with(
                world ->
                    new Shapes(world.people())
                        .connection(world.businesses().require(call.bot().id(), id))));
  }
}

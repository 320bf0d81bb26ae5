package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which bots act for whose business accounts. */
public final class Businesses {
  private final World world;
  private final Map<String, BusinessConnection> all = new LinkedHashMap<>();

  Businesses(World world) {
    this.world = world;
  }

  /**
   * A user connects a bot, or ends the connection; the bot is told. One pair has one connection.
   */
  public BusinessConnection connect(long user, long bot, boolean enabled) {
    var former =
        all.values().stream()
            .filter(known -> known.user() == user && known.bot() == bot)
            .findFirst();
    var id = former.map(BusinessConnection::id).orElseGet(() -> world.ids().slug());
    var connection = new BusinessConnection(id, bot, user, world.date(), enabled);
    all.put(id, connection);
    world.mail().put(bot, new Update.Connected(connection), world.knobs().messageRetention());
    return connection;
  }

  /**
   * A bot's connection of that identifier, ended ones too.
   *
   * @throws Refusal 400 when there is none
   */
  public BusinessConnection require(long bot, String id) {
    return Optional.ofNullable(all.get(id))
        .filter(known -> known.bot() == bot)
        .orElseThrow(() -> Refusal.badRequest("business connection not found"));
  }

  List<BusinessConnection> all() {
    return new ArrayList<>(all.values());
  }

  void restore(List<BusinessConnection> saved) {
    saved.forEach(known -> all.put(known.id(), known));
  }
}

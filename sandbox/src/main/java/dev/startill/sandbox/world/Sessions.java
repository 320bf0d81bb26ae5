package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which bots the server has running: {@code close} stops one until its next call, {@code logOut}
 * for ten minutes (core.telegram.org/bots/api#logout). Not kept over a restart, which starts all.
 */
public final class Sessions {
  private static final String CLOSE = "close";
  private static final Duration LOGGED_OUT = Duration.ofMinutes(10);

  private final World world;
  private final Set<Long> closed = new HashSet<>();
  private final Map<Long, Instant> loggedOut = new HashMap<>();

  Sessions(World world) {
    this.world = world;
  }

  /**
   * What is to be closed must run: a token that never called before does not (ClientManager.cpp).
   *
   * @param method in any case, or empty where it is not known yet
   * @throws Refusal 400
   */
  public void requireToClose(long bot, String method) {
    boolean runs = world.people().bot(bot).isPresent() && !closed.contains(bot);
    if (method.equalsIgnoreCase(CLOSE) && !runs) {
      throw Refusal.badRequest("the bot has already been closed");
    }
  }

  /**
   * A call of a bot comes in: unless it closes the bot, it starts it.
   *
   * @throws Refusal 400 when the bot logged out
   */
  public void enter(long bot, String method) {
    var since = loggedOut.get(bot);
    if (since != null && world.now().isBefore(since.plus(LOGGED_OUT))) {
      throw Refusal.of(400, "Logged out");
    }
    loggedOut.remove(bot);
    if (method.equalsIgnoreCase(CLOSE)) {
      closed.add(bot);
    } else {
      closed.remove(bot);
    }
  }

  /** The bot leaves this server; what waits for it is forgotten. */
  public void logOut(long bot) {
    loggedOut.put(bot, world.now());
    world.mail().clear(bot);
    world.mail().setWebhook(bot, Webhook.NONE);
  }
}

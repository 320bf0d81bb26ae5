package dev.startill.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What bots are seen doing: "typing…". It is seen for five seconds, or until the bot's message
 * comes (core.telegram.org/bots/api#sendchataction). Nothing of it outlives a restart.
 */
public final class Actions {
  private static final Duration SEEN = Duration.ofSeconds(5);
  private static final int REMEMBERED = 10_000;

  /** What a bot is doing until then. */
  public record Action(long bot, String name, Instant until) {}

  private final World world;
  private final Map<Chat, Action> shown = new LinkedHashMap<>();

  Actions(World world) {
    this.world = world;
  }

  /** A bot does something; {@code cancel} means that it stops. */
  public void show(Chat chat, long bot, String name) {
    shown.remove(chat);
    if (!name.equals("cancel")) {
      shown.put(chat, new Action(bot, name, world.now().plus(SEEN)));
    }
    if (shown.size() > REMEMBERED) {
      shown.remove(shown.keySet().iterator().next());
    }
    world.tell(new Happening.ActionShown(chat, bot, name));
  }

  /** What is being done in a chat just now. */
  public Optional<Action> now(Chat chat) {
    return Optional.ofNullable(shown.get(chat)).filter(a -> world.now().isBefore(a.until()));
  }

  void end(Chat chat, long bot) {
    var action = shown.get(chat);
    if (action != null && action.bot() == bot) {
      shown.remove(chat);
    }
  }
}

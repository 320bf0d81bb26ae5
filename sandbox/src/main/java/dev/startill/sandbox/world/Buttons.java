package dev.startill.sandbox.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** Pressed inline buttons that wait for their bot's answer. */
public final class Buttons {
  private static final int REMEMBERED = 10_000;

  private final World world;
  private final Map<Long, Callback> waiting = new LinkedHashMap<>();

  Buttons(World world) {
    this.world = world;
  }

  /** A user presses a button of a bot's message. */
  public Callback press(long user, Message message, String data) {
    var callback = new Callback(world.ids().query(), message, user, data, world.now());
    waiting.put(callback.id(), callback);
    if (waiting.size() > REMEMBERED) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    world.mail().put(message.bot(), new Update.Pressed(callback), world.knobs().queryRetention());
    return callback;
  }

  /**
   * The bot answers, once and in time.
   *
   * @throws Refusal when the query is unknown, answered or too old
   */
  public void answer(long bot, long id, String text, boolean alert, String url) {
    var callback = waiting.get(id);
    if (callback == null || callback.message().bot() != bot) {
      throw Refusal.staleQuery();
    }
    waiting.remove(id);
    if (world.now().isAfter(callback.at().plus(world.knobs().queryRetention()))) {
      throw Refusal.staleQuery();
    }
    world.tell(new Happening.CallbackAnswered(id, text, alert, url));
  }
}

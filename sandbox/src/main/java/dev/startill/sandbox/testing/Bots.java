package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Finds the bot that a test means, so that the ordinary test of one bot need not name it. */
final class Bots {
  /** As long as BotFather's, for clients that look. */
  private static final String TOKEN = "7000000001:AAF-just_a_bot_in_a_sandbox_0123456";

  private final Stage stage;

  Bots(Stage stage) {
    this.stage = stage;
  }

  /** The bot of a token, made here and now if it has not called yet. */
  synchronized Bot of(String token) {
    for (var bot : stage.named()) {
      if (bot.token().equals(token)) {
        return bot;
      }
    }
    var shown = stage.post("bots", body(token));
    var bot = new Bot(stage, shown.path("id").asLong(), token);
    stage.named().add(bot);
    return bot;
  }

  /** The one that was named first, else the only one there is, else a new one. */
  synchronized Bot orNew() {
    return found().orElseGet(() -> of(TOKEN));
  }

  /** As {@link #orNew}, but waits for a bot that comes with a token of its own. */
  Bot awaited() {
    return stage.until(
        this::found, () -> "Within %s no bot has called.".formatted(stage.patience()));
  }

  /** Lets those in that were named before everything was forgotten. */
  synchronized void again() {
    for (var bot : stage.named()) {
      var unused = stage.post("bots", body(bot.token()));
    }
  }

  private Optional<Bot> found() {
    if (!stage.named().isEmpty()) {
      return Optional.of(stage.named().getFirst());
    }
    var known = stage.get("bots");
    if (known.size() > 1) {
      throw new IllegalStateException(
          "There are " + known.size() + " bots: say which, with bot(token) and buyer.at(bot).");
    }
    return known.isEmpty()
        ? Optional.empty()
        : Optional.of(new Bot(stage, known.path(0).path("id").asLong(), ""));
  }

  private static ObjectNode body(String token) {
    return Json.object().put("token", token);
  }
}

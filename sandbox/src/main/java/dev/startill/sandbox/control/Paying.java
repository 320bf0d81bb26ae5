package dev.startill.sandbox.control;

import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.world.Outcome;
import dev.startill.sandbox.world.World;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.ToLongFunction;
import tools.jackson.databind.node.ObjectNode;

/** Payments whose buyer waits for the bot's answer. Thread-safe. */
final class Paying {
  /** A safety net in real time; the ten-second rule runs on the sandbox's clock. */
  private static final long PATIENCE_SECONDS = 120;

  private final LiveWorld live;
  private final Waiting waiting;

  Paying(LiveWorld live, Waiting waiting) {
    this.live = live;
    this.waiting = waiting;
  }

  /** Begins a payment, which answers its number, and waits for its end. */
  Outcome pay(ToLongFunction<World> begin) {
    var begun = live.with(world -> waiting.begin(() -> begin.applyAsLong(world)));
    try {
      return begun.end().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      return new Outcome.Pending();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Pending();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      waiting.forget(begun);
    }
  }

  /** How a payment ended, for whoever asked. */
  static ObjectNode told(Outcome outcome) {
    var json = Json.object().put("status", outcome.status());
    return switch (outcome) {
      case Outcome.Pending pending -> json;
      case Outcome.Paid paid -> json.put("charge_id", paid.chargeId());
      case Outcome.Failed failed -> json.put("error", failed.error()).put("code", failed.code());
    };
  }
}

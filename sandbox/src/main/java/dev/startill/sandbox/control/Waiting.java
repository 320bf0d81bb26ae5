package dev.startill.sandbox.control;

import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Outcome;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Buyers' clients that wait: for the end of a payment, for the answer to a button. Thread-safe. */
public final class Waiting implements Watcher {
  /** What a bot answered to a pressed button. */
  record ButtonAnswer(String text, boolean alert, String url) {}

  /** A payment in progress: its number and what it ends with. */
  record Begun(long payment, CompletableFuture<Outcome> end) {}

  private final Map<Long, CompletableFuture<Outcome>> payments = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Boolean>> queries = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<ButtonAnswer>> buttons = new ConcurrentHashMap<>();

  /** What ended while a payment was being begun; both are guarded by the World's lock. */
  private final Map<Long, Outcome> atOnce = new HashMap<>();

  private boolean beginning;

  /** To be called where the question was asked, under the World's lock. */
  CompletableFuture<Boolean> query(long query) {
    return queries.computeIfAbsent(query, q -> new CompletableFuture<>());
  }

  void forgetQuery(long query) {
    queries.remove(query);
  }

  /**
   * Begins a payment, which answers its number. Its end may come before the number is known. To be
   * called under the World's lock, where all that happens is told too.
   */
  Begun begin(LongSupplier payment) {
    atOnce.clear();
    beginning = true;
    try {
      long number = payment.getAsLong();
      var end = new CompletableFuture<Outcome>();
      payments.put(number, end);
      Optional.ofNullable(atOnce.get(number)).ifPresent(end::complete);
      return new Begun(number, end);
    } finally {
      beginning = false;
      atOnce.clear();
    }
  }

  /** To be called where the button was pressed, under the World's lock. */
  CompletableFuture<ButtonAnswer> button(long callback) {
    return buttons.computeIfAbsent(callback, c -> new CompletableFuture<>());
  }

  /** Another payment of the same number, in a World that began anew, is waited for on. */
  void forget(Begun begun) {
    payments.remove(begun.payment(), begun.end());
  }

  /** How many payments are waited for. */
  int payments() {
    return payments.size();
  }

  private void ended(long payment, Outcome outcome) {
    var waiting = payments.get(payment);
    if (waiting != null) {
      waiting.complete(outcome);
    } else if (beginning) {
      atOnce.put(payment, outcome);
    }
  }

  void forgetButton(long callback) {
    buttons.remove(callback);
  }

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.PaymentMoved moved -> {
        if (!(moved.outcome() instanceof Outcome.Pending)) {
          ended(moved.payment(), moved.outcome());
        }
      }
      case Happening.CallbackAnswered answered -> {
        var future = buttons.get(answered.callback());
        if (future != null) {
          future.complete(new ButtonAnswer(answered.text(), answered.alert(), answered.url()));
        }
      }
      case Happening.UserCame u -> {}
      case Happening.BotCame b -> {}
      case Happening.CommunityCame c -> {}
      case Happening.MemberMoved m -> {}
      case Happening.MessageShown m -> {}
      case Happening.MessageGone m -> {}
      case Happening.ActionShown a -> {}
      case Happening.InlineAnswered answered -> {
        var future = queries.get(answered.query());
        if (future != null) {
          future.complete(true);
        }
      }
      case Happening.BalanceMoved b -> {}
      case Happening.SubscriptionMoved s -> {}
      case Happening.UpdateQueued q -> {}
      case Happening.UpdateMoved m -> {}
      case Happening.WebhookChanged w -> {}
    }
  }

  @Override
  public void forgotten() {
    var forgotten = new Outcome.Failed("SANDBOX_FORGOTTEN", "The sandbox was emptied.");
    payments.values().forEach(future -> future.complete(forgotten));
    buttons.values().forEach(future -> future.complete(new ButtonAnswer("", false, "")));
    queries.values().forEach(future -> future.complete(false));
    queries.clear();
    payments.clear();
    buttons.clear();
  }
}

package dev.startill.sandbox.control;

import dev.startill.sandbox.live.Watcher;
import dev.startill.sandbox.world.Happening;
import dev.startill.sandbox.world.Outcome;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Buyers' clients that wait: for the end of a payment, for the answer to a button. Thread-safe. */
public final class Waiting implements Watcher {
  /** What a bot answered to a pressed button. */
  record ButtonAnswer(String text, boolean alert, String url) {}

  private final Map<Long, CompletableFuture<Outcome>> payments = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<Boolean>> queries = new ConcurrentHashMap<>();
  private final Map<Long, CompletableFuture<ButtonAnswer>> buttons = new ConcurrentHashMap<>();

  /** To be called where the question was asked, under the World's lock. */
  CompletableFuture<Boolean> query(long query) {
    return queries.computeIfAbsent(query, q -> new CompletableFuture<>());
  }

  void forgetQuery(long query) {
    queries.remove(query);
  }

  /** To be called where the payment was begun, under the World's lock. */
  CompletableFuture<Outcome> payment(long payment) {
    return payments.computeIfAbsent(payment, p -> new CompletableFuture<>());
  }

  /** To be called where the button was pressed, under the World's lock. */
  CompletableFuture<ButtonAnswer> button(long callback) {
    return buttons.computeIfAbsent(callback, c -> new CompletableFuture<>());
  }

  void forgetPayment(long payment) {
    payments.remove(payment);
  }

  void forgetButton(long callback) {
    buttons.remove(callback);
  }

  @Override
  public void happened(Happening happening) {
    switch (happening) {
      case Happening.PaymentMoved moved -> {
        var future = payment(moved.payment());
        if (!(moved.outcome() instanceof Outcome.Pending)) {
          future.complete(moved.outcome());
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

package dev.startill.acceptance.fuzz;

import dev.startill.intake.Update;
import dev.startill.payment.Answer;
import dev.startill.payment.Payload;
import dev.startill.port.Store.Lane;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.Updates;
import dev.startill.testkit.RecordingTelegram.Said;
import java.time.Duration;
import java.util.List;

/** Plays a history to a shop, and looks at everything after each step. For one thread. */
final class Trial {
  private final FuzzedShop shop;
  private final Invariants invariants;
  private final Reached reached;
  private int answers;

  Trial(FuzzedShop shop, Reached reached) {
    this.shop = shop;
    this.invariants = new Invariants(shop);
    this.reached = reached;
  }

  /** Throws whatever goes wrong. */
  void play(List<Step> history) {
    for (var step : history) {
      shop.clock.advance(step.pause());
      step.reply().ifPresent(shop.telegram::replying);
      bring(step);
      invariants.check();
      shop.deliver();
      if (step.pause().compareTo(Duration.ofMinutes(10)) > 0) {
        reached.count("reconciled");
        shop.startill.reconcile();
        invariants.check();
      }
    }
    invariants.check();
    everyMessageHasAHome();
    reached.count(shop);
  }

  private void bring(Step step) {
    var incoming = Updates.read(step.update());
    reached.count(Reading.kindOf(incoming));
    Reading.requireNoMoneyLost(step.update(), incoming);
    if (incoming instanceof Incoming.Understood understood) {
      if (understood.word() instanceof Incoming.Said said) {
        said.command();
      }
      take(understood.update(), step);
    }
  }

  private void take(Update update, Step step) {
    var before = step.fault() == Fault.NONE ? "" : invariants.picture();
    shop.store.fail(step.fault());
    try {
      handle(update);
      shop.store.fail(Fault.NONE);
    } catch (StoreException e) {
      var told = shop.store.hasFailed();
      shop.store.fail(Fault.NONE);
      refused(e, told, step.fault(), before);
      handle(update);
    }
    invariants.requireTaken(update);
    if (step.again() && !(update instanceof Update.Checkout)) {
      var once = invariants.picture();
      handle(update);
      requireSame(once, "the same update twice is not the same as once");
    }
  }

  private void refused(StoreException refusal, boolean told, Fault fault, String before) {
    if (!told) {
      throw new AssertionError("The store was not told to fail.", refusal);
    }
    reached.count("store failed " + fault);
    if (fault != Fault.AFTER) {
      requireSame(before, "a refused update left a trace");
    }
  }

  private void handle(Update update) {
    var ours = shop.startill.handle(update);
    if (update instanceof Update.Checkout checkout) {
      answered(checkout, ours);
    }
    if (update instanceof Update.Payment payment) {
      shop.state(payment);
    }
    if (!ours) {
      reached.count("foreign");
    }
  }

  /** A checkout of ours is answered once, and "yes" only if that is recorded. */
  private void answered(Update.Checkout checkout, boolean ours) {
    var said = shop.telegram.said(Said.Answered.class);
    var given = said.subList(answers, said.size());
    answers = said.size();
    require(given.size() == (ours ? 1 : 0), "answers to one checkout: " + given);
    require(ours == Payload.read(checkout.payload()).isPresent(), "not ours: " + checkout);
    given.forEach(one -> answered(one.answer()));
  }

  private void answered(Answer answer) {
    reached.count(
        switch (answer) {
          case Answer.Approve approve -> "approved";
          case Answer.Decline decline -> "declined " + decline.reason();
        });
    if (answer instanceof Answer.Approve approve) {
      var order = shop.store.inTransaction(Lane.ROUTINE, work -> work.lock(approve.order()));
      require(order.isPresent(), "approved and not recorded: " + approve);
    }
  }

  /** A day later everything that waits is due, and all of it is about an order or a charge. */
  private void everyMessageHasAHome() {
    shop.clock.advance(Duration.ofDays(1));
    var homeless =
        shop.store.inTransaction(
            Lane.ROUTINE,
            work ->
                work.claim(1_000, Duration.ofMinutes(1)).stream()
                    .filter(
                        due ->
                            due.message()
                                .order()
                                .map(work::lock)
                                .filter(o -> o.isEmpty())
                                .isPresent())
                    .toList());
    require(homeless.isEmpty(), "messages about orders that nobody has: " + homeless);
  }

  private void requireSame(String before, String otherwise) {
    var after = invariants.picture();
    require(before.equals(after), otherwise + ":\n" + before + "\n" + after);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}

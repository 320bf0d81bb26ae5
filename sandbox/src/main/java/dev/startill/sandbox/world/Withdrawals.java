package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What bots' owners withdraw: pending at first, then succeeded or failed. That received Stars are
 * held for up to 21 days (telegram.org/tos/stars) is not emulated: all may be withdrawn.
 */
public final class Withdrawals {
  private final World world;
  private final Map<Long, Withdrawal> all = new LinkedHashMap<>();
  private final TreeSet<Withdrawal> pending =
      new TreeSet<>(Comparator.comparing(Withdrawal::due).thenComparingLong(Withdrawal::id));

  Withdrawals(World world) {
    this.world = world;
  }

  /**
   * Takes Stars out of a bot's balance.
   *
   * @throws Refusal 400 for fewer than the minimum, or more than there are
   */
  public Withdrawal begin(long bot, long stars) {
    long least = world.knobs().stars().withdrawalMinimum();
    if (stars < least || stars < 1) {
      throw Refusal.badRequest("at least " + Math.max(1, least) + " Stars can be withdrawn");
    }
    var amount = Amount.of(stars);
    if (!world.books().covers(bot, amount)) {
      throw Refusal.badRequest("BALANCE_TOO_LOW");
    }
    var state = new WithdrawalState.Pending();
    var due = world.now().plus(world.knobs().stars().withdrawalTime());
    var line = world.books().newId();
    world.books().spend(bot, line, amount, new Partner.Fragment(state));
    return keep(new Withdrawal(all.size() + 1L, bot, stars, line, state, due));
  }

  /** The withdrawal of that number. */
  public Optional<Withdrawal> find(long id) {
    return Optional.ofNullable(all.get(id));
  }

  /** All of them, oldest first. */
  public List<Withdrawal> all() {
    return new ArrayList<>(all.values());
  }

  /**
   * Fragment pays.
   *
   * @throws Refusal 400 when it has ended
   */
  public Withdrawal succeed(Withdrawal withdrawal) {
    var seen = "https://tonviewer.com/transaction/" + world.ids().hash();
    return end(withdrawal, new WithdrawalState.Succeeded(world.date(), seen));
  }

  /**
   * Fragment does not pay: the Stars come back, on a line that has no state. That this line has the
   * identifier of the withdrawal, as a refund has that of its payment, is assumed.
   *
   * @throws Refusal 400 when it has ended
   */
  public Withdrawal fail(Withdrawal withdrawal) {
    var failed = end(withdrawal, new WithdrawalState.Failed());
    var back = new Partner.Fragment(new WithdrawalState.None());
    world.books().earn(failed.bot(), failed.line(), Amount.of(failed.stars()), back);
    return failed;
  }

  Optional<Instant> nextDue() {
    return pending.isEmpty() ? Optional.empty() : Optional.of(pending.first().due());
  }

  void passNext() {
    succeed(pending.first());
  }

  private Withdrawal end(Withdrawal withdrawal, WithdrawalState state) {
    if (!withdrawal.isPending()) {
      throw Refusal.badRequest("the withdrawal has ended");
    }
    world.books().amend(withdrawal.bot(), withdrawal.line(), new Partner.Fragment(state));
    pending.remove(withdrawal);
    return keep(withdrawal.ended(state));
  }

  private Withdrawal keep(Withdrawal withdrawal) {
    all.put(withdrawal.id(), withdrawal);
    if (withdrawal.isPending()) {
      pending.add(withdrawal);
    }
    return withdrawal;
  }

  void restore(List<Withdrawal> saved) {
    saved.forEach(this::keep);
  }
}

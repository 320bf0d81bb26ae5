package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everybody's Stars: for each owner (a user, a bot, a channel, by number, which never belongs to
 * two of them) the lines that brought and took them. A balance is the sum of its lines and nothing
 * else. Lines are never cut, and no owner has two with one identifier and direction.
 */
public final class Books {
  private static final class Account {
    private final List<StarTransaction> lines = new ArrayList<>();
    private final Set<String> incoming = new HashSet<>();
    private final Set<String> outgoing = new HashSet<>();
    private Amount balance = Amount.ZERO;

    void enter(StarTransaction line) {
      if (!(line.incoming() ? incoming : outgoing).add(line.id())) {
        throw new IllegalStateException("The line " + line.id() + " is written already.");
      }
      lines.add(line);
      balance = balance.plus(line.change());
    }
  }

  private final World world;
  private final Map<Long, Account> accounts = new LinkedHashMap<>();

  Books(World world) {
    this.world = world;
  }

  /** What an owner has. */
  public Amount balance(long owner) {
    var account = accounts.get(owner);
    return account == null ? Amount.ZERO : account.balance;
  }

  /** Whether an owner has at least so much. */
  public boolean covers(long owner, Amount amount) {
    return balance(owner).compareTo(amount) >= 0;
  }

  /** Stars come in, now. */
  public void earn(long owner, String id, Amount amount, Partner from) {
    enter(owner, new StarTransaction(id, true, amount, world.date(), from));
  }

  /** Stars go out, now, whether they are there or not: ask {@link #covers} first. */
  public void spend(long owner, String id, Amount amount, Partner to) {
    enter(owner, new StarTransaction(id, false, amount, world.date(), to));
  }

  /** An owner's lines, oldest first: skips so many and answers at most so many. */
  public List<StarTransaction> lines(long owner, int offset, int limit) {
    var account = accounts.get(owner);
    if (account == null) {
      return List.of();
    }
    int from = Math.min(offset, account.lines.size());
    int to = (int) Math.min(account.lines.size(), from + (long) limit);
    return List.copyOf(account.lines.subList(from, to));
  }

  /** A fresh identifier for a line that belongs to no payment. */
  public String newId() {
    return world.ids().charge();
  }

  /** A line's partner changes: a withdrawal came to its end. */
  void amend(long owner, String id, Partner partner) {
    var account = accounts.get(owner);
    if (account != null) {
      account.lines.replaceAll(
          line -> line.id().equals(id) && !line.incoming() ? line.with(partner) : line);
    }
  }

  Map<Long, List<StarTransaction>> all() {
    var copy = new LinkedHashMap<Long, List<StarTransaction>>();
    accounts.forEach((owner, account) -> copy.put(owner, List.copyOf(account.lines)));
    return copy;
  }

  void restore(long owner, List<StarTransaction> lines) {
    var account = accounts.computeIfAbsent(owner, o -> new Account());
    lines.forEach(account::enter);
  }

  private void enter(long owner, StarTransaction line) {
    var account = accounts.computeIfAbsent(owner, o -> new Account());
    account.enter(line);
    if (world.people().user(owner).isPresent()) {
      world.tell(new Happening.BalanceMoved(owner, account.balance.stars()));
    }
  }
}

package dev.startill.sandbox.world;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was charged and returned: each bot's statement, only ever appended to and never cut. */
final class Books {
  private final Map<String, Charge> charges = new LinkedHashMap<>();
  private final Set<String> refunded = new HashSet<>();
  private final Map<Long, List<StarTransaction>> statements = new LinkedHashMap<>();
  private final Map<Long, Integer> paymentsOf = new LinkedHashMap<>();

  /** The running number of a user's payments; provider charge ids look like user_number. */
  int nextNumber(long user) {
    return paymentsOf.merge(user, 1, Integer::sum);
  }

  void book(Charge charge) {
    charges.put(charge.id(), charge);
    append(charge, true, charge.date());
  }

  void bookRefund(Charge charge, long date) {
    refunded.add(charge.id());
    append(charge, false, date);
  }

  Optional<Charge> charge(String id) {
    return Optional.ofNullable(charges.get(id));
  }

  boolean isRefunded(Charge charge) {
    return refunded.contains(charge.id());
  }

  List<StarTransaction> statement(long bot) {
    return Collections.unmodifiableList(statements.getOrDefault(bot, List.of()));
  }

  Collection<Charge> charges() {
    return charges.values();
  }

  Set<String> refunded() {
    return refunded;
  }

  Map<Long, List<StarTransaction>> statements() {
    var copy = new LinkedHashMap<Long, List<StarTransaction>>();
    statements.forEach((bot, lines) -> copy.put(bot, List.copyOf(lines)));
    return copy;
  }

  Map<Long, Integer> paymentsOf() {
    return Map.copyOf(paymentsOf);
  }

  void restore(Saved saved) {
    saved.charges().forEach(charge -> charges.put(charge.id(), charge));
    refunded.addAll(saved.refunded());
    saved.statements().forEach((bot, lines) -> statements.put(bot, new ArrayList<>(lines)));
    paymentsOf.putAll(saved.paymentsOf());
  }

  private void append(Charge charge, boolean incoming, long date) {
    statements
        .computeIfAbsent(charge.bot(), b -> new ArrayList<>())
        .add(
            new StarTransaction(
                charge.id(),
                incoming,
                charge.invoice().amount(),
                date,
                charge.user(),
                charge.invoice().payload()));
  }
}

package dev.startill.sandbox.world;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What bots were paid, and which of it went back. */
final class Charges {
  /** How a charge went back. */
  enum Return {
    /** The bot gave it back to its payer. */
    REFUND,
    /** The payer took it back at the store where the Stars were bought. */
    CHARGEBACK
  }

  private final Map<String, Charge> charges = new LinkedHashMap<>();
  private final Map<String, Return> returned = new LinkedHashMap<>();
  private final Map<Long, Integer> paymentsOf = new LinkedHashMap<>();

  /** The running number of a user's payments; provider charge ids look like user_number. */
  int nextNumber(long user) {
    return paymentsOf.merge(user, 1, Integer::sum);
  }

  void add(Charge charge) {
    charges.put(charge.id(), charge);
  }

  Optional<Charge> find(String id) {
    return Optional.ofNullable(charges.get(id));
  }

  /** The charge goes back; a second time is refused as Telegram does. */
  void giveBack(Charge charge, Return how) {
    requireKept(charge);
    returned.put(charge.id(), how);
  }

  void requireKept(Charge charge) {
    if (returned.containsKey(charge.id())) {
      throw Refusal.badRequest("CHARGE_ALREADY_REFUNDED");
    }
  }

  Collection<Charge> all() {
    return charges.values();
  }

  Map<String, Return> returned() {
    return Map.copyOf(returned);
  }

  Map<Long, Integer> paymentsOf() {
    return Map.copyOf(paymentsOf);
  }

  void restore(Saved.Economy saved) {
    saved.charges().forEach(this::add);
    returned.putAll(saved.returned());
    paymentsOf.putAll(saved.paymentsOf());
  }
}

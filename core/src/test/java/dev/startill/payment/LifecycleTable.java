package dev.startill.payment;

import dev.startill.payment.Facts.Handover;
import dev.startill.payment.Facts.Shelf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints what follows from every event for every home, whatever the facts are, as Markdown. */
final class LifecycleTable {
  private static final String HEAD =
      """
      # The lifecycle, whole

      What follows from each event, for everything that it can happen to: `PaymentLifecycle.decide`, \
      asked for every pair and for every shelf, hand-over and policy. A test writes this page and fails when it \
      is not so any more.

      * *shelf* is what the stock says to the order: uncounted, held (by it), free, empty.
      * *handover* is how far the goods' message got: none, waiting (the buyer saw nothing), begun.
      * *policy* is what the merchant laid down: hold (nothing goes back by itself; goods of a forged \
      charge stay), refund (all that may goes back by itself; goods of a forged charge are taken back).
      * Stars that Telegram's statement told of before, without their payload, are at FOREIGN already: they \
      move from there instead of from BUYER, and nothing else differs.
      * Where none is named, the row holds for all of them. What is not listed under a home changes \
      nothing and says nothing.

      """;

  private static final Map<String, Policy> POLICIES =
      new TreeMap<>(Map.of("hold", Samples.HOLDING, "refund", Samples.RETURNING));

  private LifecycleTable() {}

  static String page() {
    var page = new StringBuilder(HEAD);
    Samples.homes().forEach((name, home) -> page.append(section(name, home)));
    return page.toString();
  }

  private static String section(String name, Home home) {
    var rows = new ArrayList<String>();
    Samples.events().forEach((event, value) -> rows.addAll(rows(home, event, value)));
    if (rows.isEmpty()) {
      return "## %s\n\nNothing changes it any more.\n\n".formatted(name);
    }
    return """
        ## %s

        | event | facts | after | Stars | stock | messages | cases | answer |
        | --- | --- | --- | --- | --- | --- | --- | --- |
        %s

        """
        .formatted(name, String.join("\n", rows));
  }

  /** One row for each different outcome, with the facts that lead to it. */
  private static List<String> rows(Home home, String event, PaymentEvent value) {
    var facts = new LinkedHashMap<String, List<String>>();
    for (var policy : POLICIES.entrySet()) {
      for (var shelf : Shelf.values()) {
        for (var handover : Handover.values()) {
          var given = Samples.facts(shelf, handover, policy.getValue());
          facts
              .computeIfAbsent(
                  cells(PaymentLifecycle.decide(home, value, given)), o -> new ArrayList<>())
              .add(String.join("/", policy.getKey(), shelf.name(), handover.name()));
        }
      }
    }
    return facts.entrySet().stream()
        .filter(entry -> !entry.getKey().isEmpty())
        .map(entry -> "| %s | %s | %s |".formatted(event, when(entry), entry.getKey()))
        .toList();
  }

  private static String when(Map.Entry<String, List<String>> entry) {
    var triples = entry.getValue();
    var policies = part(triples, 0);
    var shelves = part(triples, 1);
    var handovers = part(triples, 2);
    if (policies.size() * shelves.size() * handovers.size() != triples.size()) {
      return String.join(", ", triples).toLowerCase(Locale.ROOT);
    }
    var words = new ArrayList<String>();
    if (policies.size() < POLICIES.size()) {
      words.add("policy " + policies.getFirst());
    }
    if (shelves.size() < Shelf.values().length) {
      words.add("shelf " + String.join("/", shelves));
    }
    if (handovers.size() < Handover.values().length) {
      words.add("handover " + String.join("/", handovers));
    }
    return String.join(", ", words).toLowerCase(Locale.ROOT);
  }

  private static List<String> part(List<String> pairs, int index) {
    return pairs.stream().map(pair -> List.of(pair.split("/")).get(index)).distinct().toList();
  }

  private static String cells(Transition t) {
    if (t.isQuiet() && t.answer().isEmpty()) {
      return "";
    }
    return String.join(
        " | ",
        joined(t.after().stream().map(LifecycleTable::name).toList()),
        joined(t.postings().stream().map(p -> p.from() + " → " + p.to()).toList()),
        t.shelving() == Transition.Shelving.NONE ? "" : t.shelving().name(),
        messages(t),
        cases(t),
        t.answer().map(LifecycleTable::name).orElse(""));
  }

  private static String messages(Transition t) {
    var sent = t.messages().stream().map(m -> m.getClass().getSimpleName()).toList();
    return (t.withdraw() ? "withdraw HandOver " : "") + joined(sent);
  }

  private static String cases(Transition t) {
    var opened = t.opened().stream().map(c -> "+" + c).sorted();
    var closed = t.closed().stream().map(c -> "−" + c).sorted();
    return java.util.stream.Stream.concat(opened, closed).collect(Collectors.joining(" "));
  }

  private static String joined(List<String> parts) {
    return String.join(", ", parts);
  }

  private static String name(Answer answer) {
    return switch (answer) {
      case Answer.Approve a -> a.renewal() ? "approve again" : "approve";
      case Answer.Decline d -> "decline: " + d.reason();
    };
  }

  private static String name(Home home) {
    return switch (home) {
      case Home.Nothing n -> "Nothing";
      case Link link -> link.closed() ? "Link, closed" : "Link";
      case Order.Paid paid -> "Paid, %s, %s".formatted(paid.goods(), name(paid.charge()));
      case Order.Open o -> o.id().equals(Samples.FRESH) ? "a new Open" : "Open";
      case Order.Approved a -> a.id().equals(Samples.FRESH) ? "a new Approved" : "Approved";
      case Order.Expired e -> "Expired";
      case StrayCharge stray -> "Stray %s, %s".formatted(stray.why(), name(stray.charge()));
    };
  }

  private static String name(Charge charge) {
    return switch (charge.standing()) {
      case Standing.Kept k -> "kept";
      case Standing.Returning r -> "returning";
      case Standing.Unknown u -> "unknown";
      case Standing.Returned r -> "returned";
      case Standing.TakenBack t -> "taken back";
      case Standing.Missing m -> "missing";
    };
  }
}

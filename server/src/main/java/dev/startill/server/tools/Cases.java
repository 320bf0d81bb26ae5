package dev.startill.server.tools;

import dev.startill.Desk;
import dev.startill.payment.Advice;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Resolution;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import dev.startill.server.cli.Options.UsageException;
import dev.startill.server.words.Age;
import dev.startill.server.words.CaseWords;
import dev.startill.server.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code cases}: lists, shows and resolves what waits for a person. */
final class Cases {
  static final Tool TOOL =
      new Tool("cases", Set.of("--how", "--charge", "--note"), Set.of(), 2, Cases::run);

  /** More than these nobody reads at once; how many there are is told. */
  private static final int SHOWN = 200;

  private static final int LONGEST_NOTE = 500;

  private Cases() {}

  private static int run(Call call) {
    var words = call.options().words();
    var verb = words.isEmpty() ? "list" : words.getFirst();
    return switch (verb) {
      case "list" -> list(call);
      case "show" -> show(call, id(call));
      case "resolve" -> resolve(call, id(call));
      default ->
          throw new UsageException(
              "'%s' cannot be done with cases; list, show and resolve can.".formatted(verb));
    };
  }

  private static CaseId id(Call call) {
    return call.options().word(1, "the case's ID", CaseId::new);
  }

  private static int list(Call call) {
    call.options().most(1);
    try (var office = Office.open(call.config())) {
      var found = office.books().cases(SHOWN + 1);
      var shown = found.subList(0, Math.min(SHOWN, found.size()));
      var now = office.clock().instant();
      call.answer(
          words(shown, found.size() > SHOWN, now),
          Map.of(
              "cases",
              shown.stream().map(line -> forMachine(line, now)).toList(),
              "more",
              found.size() > SHOWN));
      return Tool.DONE;
    }
  }

  private static String words(List<CaseLine> cases, boolean more, Instant now) {
    if (cases.isEmpty()) {
      return "Nothing waits for you.";
    }
    var lines = new ArrayList<String>();
    lines.add(
        more
            ? "The oldest %d cases that wait for you:".formatted(SHOWN)
            : cases.size() == 1
                ? "1 case waits for you:"
                : "%d cases wait for you:".formatted(cases.size()));
    for (var line : cases) {
      lines.add("");
      lines.add("%s  %s".formatted(line.id(), Wording.reason(line.reason())));
      lines.add("    " + about(line, now));
      lines.add("    " + Advice.on(line.reason()).suggestion());
    }
    lines.add("");
    lines.add("What can be done about one: ./startill cases show ID");
    return String.join("\n", lines);
  }

  private static String about(CaseLine line, Instant now) {
    var parts = new ArrayList<String>();
    parts.add("for " + Age.between(line.since(), now));
    line.order().ifPresent(order -> parts.add("order " + order));
    line.buyer().ifPresent(buyer -> parts.add("buyer " + buyer));
    line.charge().ifPresent(charge -> parts.add("charge " + charge));
    return String.join(", ", parts);
  }

  private static int show(Call call, CaseId id) {
    try (var office = Office.open(call.config())) {
      var found = office.books().caseOf(id);
      if (found.isEmpty()) {
        return unknown(call, id);
      }
      var now = office.clock().instant();
      call.answer(story(found.get(), now), forMachine(found.get(), now));
      return Tool.DONE;
    }
  }

  private static String story(CaseLine line, Instant now) {
    var advice = Advice.on(line.reason());
    var lines = new ArrayList<String>();
    lines.add("%s  %s".formatted(line.id(), Wording.reason(line.reason())));
    lines.add("    " + about(line, now));
    if (!line.detail().isEmpty()) {
      lines.add("    " + Wording.caseDetail(line.detail()));
    }
    lines.add("");
    lines.add(advice.meaning());
    if (line.closed().isPresent()) {
      lines.add(CaseWords.closed(line));
      return String.join("\n", lines);
    }
    lines.add(advice.suggestion());
    lines.add("");
    for (var how : CaseWords.possible(line)) {
      lines.add("  --how %-11s %s".formatted(CaseWords.name(how), how.effect()));
    }
    lines.add("");
    lines.add("Do it with: ./startill cases resolve %s --how … --note …".formatted(line.id()));
    return String.join("\n", lines);
  }

  private static int resolve(Call call, CaseId id) {
    var how = how(call);
    var note = note(call);
    var charge = call.options().value("--charge", ChargeId::new);
    try (var office = Office.open(call.config())) {
      var line = office.books().caseOf(id);
      var desk = office.startill().desk();
      var answer =
          how == Resolution.CHARGEBACK && charge.isPresent()
              ? desk.chargedBack(id, charge.get(), note)
              : desk.resolve(id, how, note);
      if (answer == Desk.Answer.DONE) {
        var unused = office.await(() -> isSettled(office, line.flatMap(CaseLine::charge)));
        office.sendDue();
      }
      var words = CaseWords.answer(answer, how);
      call.answer(
          words,
          Map.of(
              "case", id.value(),
              "outcome", CaseWords.name(answer),
              "words", words));
      return answer == Desk.Answer.DONE ? Tool.DONE : Tool.REFUSED;
    }
  }

  private static boolean isSettled(Office office, Optional<ChargeId> charge) {
    return charge.flatMap(id -> Money.of(id, office.books())).map(Money::isSettled).orElse(true);
  }

  private static Resolution how(Call call) {
    var text =
        call.options()
            .text("--how")
            .orElseThrow(() -> new UsageException("--how is missing: " + CaseWords.names() + "."));
    return CaseWords.resolution(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "--how is one of %s, unlike '%s'.".formatted(CaseWords.names(), text)));
  }

  private static String note(Call call) {
    var note = call.options().text("--note", "resolved by the operator");
    if (note.isBlank() || note.codePointCount(0, note.length()) > LONGEST_NOTE) {
      throw new UsageException("--note has 1 to %d characters.".formatted(LONGEST_NOTE));
    }
    return note;
  }

  private static int unknown(Call call, CaseId id) {
    var words = "There is no case %s.".formatted(id);
    call.answer(words, Map.of("case", id.value(), "outcome", "unknown", "words", words));
    return Tool.REFUSED;
  }

  private static Map<String, Object> forMachine(CaseLine line, Instant now) {
    var map = new LinkedHashMap<String, Object>();
    map.put("id", line.id().value());
    map.put("reason", line.reason().name());
    map.put("since", line.since().toString());
    map.put("age_seconds", Math.max(0, now.getEpochSecond() - line.since().getEpochSecond()));
    line.order().ifPresent(order -> map.put("order", order.value()));
    line.charge().ifPresent(charge -> map.put("charge", charge.value()));
    line.buyer().ifPresent(buyer -> map.put("buyer", buyer.value()));
    map.put("detail", line.detail());
    var advice = Advice.on(line.reason());
    map.put("meaning", advice.meaning());
    map.put("suggestion", advice.suggestion());
    map.put("resolutions", CaseWords.possible(line).stream().map(CaseWords::name).toList());
    line.closed().ifPresent(closed -> map.put("closed", closed.toString()));
    line.closed().ifPresent(closed -> map.put("how", line.how()));
    return map;
  }
}

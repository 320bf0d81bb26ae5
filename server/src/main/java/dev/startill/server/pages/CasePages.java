package dev.startill.server.pages;

import dev.startill.payment.Advice;
import dev.startill.payment.OrderId;
import dev.startill.payment.Resolution;
import dev.startill.port.Books;
import dev.startill.port.Books.CaseLine;
import dev.startill.port.CaseId;
import dev.startill.server.pages.CaseView.Way;
import dev.startill.server.pages.CasesView.Row;
import dev.startill.server.words.Age;
import dev.startill.server.words.CaseWords;
import dev.startill.server.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Makes the pages of cases. Threads share it. */
final class CasePages {
  private static final int SHOWN = 100;

  private final Books books;

  CasePages(Books books) {
    this.books = books;
  }

  CasesView list(Frame frame, Instant now) {
    var found = books.cases(SHOWN + 1);
    var rows = found.stream().limit(SHOWN).map(line -> row(line, now)).toList();
    return new CasesView(frame, rows, found.size() > SHOWN);
  }

  Optional<CaseLine> find(CaseId id) {
    return books.caseOf(id);
  }

  static CaseView view(CaseLine line, Frame frame, Instant now) {
    var advice = Advice.on(line.reason());
    var isOpen = line.closed().isEmpty();
    return new CaseView(
        frame,
        line.id().value(),
        Wording.reason(line.reason()),
        isOpen ? "open" : "closed",
        isOpen ? "bad" : "calm",
        advice.meaning(),
        facts(line),
        Stamp.of(line.since()),
        Age.between(line.since(), line.closed().orElse(now)),
        advice.suggestion(),
        isOpen ? ways(line) : List.of(),
        isOpen ? "" : CaseWords.closed(line));
  }

  private static Row row(CaseLine line, Instant now) {
    var about = new ArrayList<String>();
    line.order().map(OrderId::value).ifPresent(about::add);
    line.buyer().ifPresent(buyer -> about.add("buyer " + buyer));
    return new Row(
        line.id().value(),
        Wording.reason(line.reason()),
        Age.between(line.since(), now),
        String.join(" · ", about),
        Wording.caseDetail(line.detail()),
        Advice.on(line.reason()).suggestion());
  }

  private static List<Fact> facts(CaseLine line) {
    var facts = new ArrayList<Fact>();
    if (!line.detail().isEmpty()) {
      facts.add(Fact.of("Detail", Wording.caseDetail(line.detail())));
    }
    line.order()
        .ifPresent(order -> facts.add(Fact.linked("Order", order.value(), "/orders/" + order)));
    line.buyer().ifPresent(buyer -> facts.add(Fact.of("Buyer", buyer.toString())));
    line.charge()
        .ifPresent(
            charge ->
                facts.add(
                    new Fact("Charge", charge.value(), RefundPages.address(charge), "charge")));
    return facts;
  }

  private static List<Way> ways(CaseLine line) {
    var possible = CaseWords.possible(line);
    return IntStream.range(0, possible.size())
        .mapToObj(i -> way(line, possible.get(i), i == 0))
        .toList();
  }

  private static Way way(CaseLine line, Resolution how, boolean suggested) {
    return new Way(
        CaseWords.name(how),
        CaseWords.label(how),
        how.effect(),
        CaseWords.needsCharge(line.reason(), how),
        suggested);
  }
}

package dev.startill.testkit;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Source;
import dev.startill.payment.PaymentEvent;
import dev.startill.port.Books.HistoryLine;
import dev.startill.port.Chronicle;
import dev.startill.port.StoreException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Postings and history in memory. Guarded by the store's lock. */
final class MemoryJournal {
  private final Tables tables;

  MemoryJournal(Tables tables) {
    this.tables = tables;
  }

  void post(Posting posting, Instant at) {
    if (tables.sources.has(posting.source())) {
      throw new StoreException("%s is posted already.".formatted(posting.source()));
    }
    var number = Tables.nextKey(tables.postings);
    tables.sources.put(posting.source(), number);
    tables.postings.put(number, new Tables.Booked(number, posting, at));
  }

  Optional<Posting> posting(Source source) {
    return tables
        .sources
        .get(source.text())
        .flatMap(tables.postings::get)
        .map(Tables.Booked::posting);
  }

  int postIfNew(Posting posting, Instant at) {
    if (tables.sources.has(posting.source())) {
      return 0;
    }
    post(posting, at);
    return 1;
  }

  Map<Account, Long> balances() {
    var balances = new EnumMap<Account, Long>(Account.class);
    for (var account : Account.values()) {
      balances.put(account, 0L);
    }
    for (var booked : tables.postings.rows().toList()) {
      var posting = booked.posting();
      balances.merge(posting.from(), -posting.nanostars(), Math::addExact);
      balances.merge(posting.to(), posting.nanostars(), Math::addExact);
    }
    return balances;
  }

  void write(Chronicle.Line line, PaymentEvent event, String detail) {
    var history = new ArrayList<>(tables.history.get(line.subject()).orElse(List.of()));
    history.add(
        new HistoryLine(event.at(), event.getClass().getSimpleName(), line.state(), detail));
    tables.history.put(line.subject(), List.copyOf(history));
  }
}

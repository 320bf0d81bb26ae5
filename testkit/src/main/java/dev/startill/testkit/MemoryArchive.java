package dev.startill.testkit;

import dev.startill.ledger.Source;
import dev.startill.payment.Charge;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Archive;
import dev.startill.port.Books.OrderLine;
import dev.startill.port.Books.StrayLine;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.StatementLine.Purpose;
import dev.startill.port.StatementLine.Way;
import dev.startill.testkit.Tables.Booked;
import dev.startill.testkit.Tables.KeptLine;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The books in memory, row by row. Guarded by the store's lock, which whoever reads holds. */
final class MemoryArchive implements Archive.Snapshot {
  private final Tables tables;
  private final MemoryStatement statement;

  MemoryArchive(Tables tables) {
    this.tables = tables;
    this.statement = new MemoryStatement(tables);
  }

  @Override
  public Archive.Size size() {
    return new Archive.Size(
        tables.postings.rows().count(),
        tables.charges.rows().count(),
        tables.statement.rows().count());
  }

  @Override
  public Cursor cursor() {
    return statement.cursor();
  }

  @Override
  public void entries(Consumer<Archive.Entry> each) {
    tables.postings.rows().map(this::entry).forEach(each);
  }

  /** There are none: what is in memory is added up at once. */
  @Override
  public void sums(Consumer<Archive.Sum> each) {}

  @Override
  public void charges(Consumer<Archive.ChargeFile> each) {
    paid()
        .map(order -> file(order.charge(), Optional.of(order.id()), Optional.empty()))
        .forEach(each);
    strays()
        .map(stray -> file(stray.charge(), Optional.empty(), Optional.of(stray.why())))
        .forEach(each);
  }

  @Override
  public void lines(Consumer<Archive.LineFile> each) {
    tables.statement.rows().map(this::file).forEach(each);
  }

  @Override
  public void movements(Consumer<Archive.Movement> each) {
    tables.postings.rows().map(this::movement).forEach(each);
  }

  private Archive.Entry entry(Booked booked) {
    var source = Source.read(booked.posting().source());
    return new Archive.Entry(
        booked.number(),
        booked.posting().source(),
        Optional.of(booked.posting()),
        true,
        Optional.empty(),
        source.filter(s -> tables.charges.has(s.id())).isPresent(),
        source.flatMap(this::line).isPresent());
  }

  private Archive.ChargeFile file(
      Charge charge, Optional<OrderId> order, Optional<StrayCharge.Why> why) {
    var id = charge.id().value();
    return new Archive.ChargeFile(
        charge,
        order,
        why,
        order.isPresent(),
        tables.times.get(id).orElseThrow().booked(),
        statement.line(id, Way.CAME).isPresent(),
        statement.line(id, Way.WENT).isPresent(),
        sources(charge)
            .flatMap(source -> booked(source.text()).stream())
            .map(booked -> new Archive.Booking(booked.posting(), booked.at()))
            .toList());
  }

  private static Stream<Source> sources(Charge charge) {
    var own =
        Stream.of(
                Source.Kind.CHARGE,
                Source.Kind.CLAIMED,
                Source.Kind.REFUND,
                Source.Kind.CHARGEBACK,
                Source.Kind.MISSING,
                Source.Kind.FOUND,
                Source.Kind.ACCEPTED)
            .map(kind -> new Source(kind, charge.id().value()));
    var refund =
        charge.standing().underWay().stream()
            .map(id -> new Source(Source.Kind.REFUNDING, id.value()));
    return Stream.concat(own, refund);
  }

  private Archive.LineFile file(KeptLine kept) {
    var line = kept.line();
    var came = line.way() == Way.CAME;
    var postings =
        Stream.of(
                new Source(came ? Source.Kind.CHARGE : Source.Kind.REFUND, line.id()),
                new Source(came ? Source.Kind.LINE_CAME : Source.Kind.LINE_WENT, line.id()),
                new Source(
                    came ? Source.Kind.COMMISSION_CAME : Source.Kind.COMMISSION_WENT, line.id()))
            .flatMap(source -> booked(source.text()).stream())
            .map(Booked::posting)
            .toList();
    return new Archive.LineFile(line, kept.place(), charge(line.id()), postings);
  }

  private Archive.Movement movement(Booked booked) {
    var source = Source.read(booked.posting().source());
    var charge = source.flatMap(s -> charge(s.id()));
    return new Archive.Movement(
        booked.number(),
        booked.posting(),
        booked.at(),
        charge,
        source.flatMap(s -> sale(s.id())),
        source.flatMap(this::line),
        charge.map(Charge::at).or(() -> source.flatMap(s -> received(s.id()))));
  }

  private Optional<Instant> received(String id) {
    return statement
        .line(id, Way.CAME)
        .filter(line -> line.purpose() == Purpose.INVOICE)
        .map(StatementLine::at);
  }

  private Optional<StatementLine> line(Source source) {
    return switch (source.kind()) {
      case CHARGE, LINE_CAME, COMMISSION_CAME -> statement.line(source.id(), Way.CAME);
      case REFUND, LINE_WENT, COMMISSION_WENT -> statement.line(source.id(), Way.WENT);
      case CLAIMED, CHARGEBACK, MISSING, FOUND, ACCEPTED, REFUNDING, REFUND_REFUSED, UNEXPLAINED ->
          Optional.empty();
    };
  }

  private Optional<Booked> booked(String source) {
    return tables.sources.get(source).flatMap(tables.postings::get);
  }

  private Optional<Charge> charge(String id) {
    return order(id)
        .map(Order.Paid::charge)
        .or(() -> tables.strays.get(id).map(line -> line.stray().charge()));
  }

  private Optional<Archive.Sale> sale(String charge) {
    return order(charge).map(o -> new Archive.Sale(o.id(), o.terms().product(), o.terms().title()));
  }

  private Optional<Order.Paid> order(String charge) {
    return tables
        .charges
        .get(charge)
        .flatMap(order -> order)
        .flatMap(order -> tables.orders.get(order.value()))
        .map(OrderLine::order)
        .map(Order.Paid.class::cast);
  }

  private Stream<Order.Paid> paid() {
    return tables
        .orders
        .rows()
        .map(OrderLine::order)
        .filter(Order.Paid.class::isInstance)
        .map(Order.Paid.class::cast);
  }

  private Stream<StrayCharge> strays() {
    return tables.strays.rows().map(StrayLine::stray);
  }
}

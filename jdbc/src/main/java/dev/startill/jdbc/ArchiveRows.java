package dev.startill.jdbc;

import dev.startill.catalog.ProductId;
import dev.startill.payment.Charge;
import dev.startill.payment.OrderId;
import dev.startill.payment.StrayCharge;
import dev.startill.port.Archive.Booking;
import dev.startill.port.Archive.ChargeFile;
import dev.startill.port.Archive.LineFile;
import dev.startill.port.Archive.Movement;
import dev.startill.port.Archive.Sale;
import dev.startill.port.StatementLine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes of the rows of wide joins what an archive gives. */
final class ArchiveRows {
  private ArchiveRows() {}

  /** A charge, with the posting that this row has, if it has one. */
  static ChargeFile chargeFile(ResultSet row) throws SQLException {
    var posting = Rows.posting(row, "moved");
    var at = Rows.time(row.getLong("moved_at"));
    return new ChargeFile(
        Rows.charge(row, "id", "buyer"),
        Optional.ofNullable(row.getString("order_id")).map(OrderId::new),
        Optional.ofNullable(row.getString("why")).map(StrayCharge.Why::valueOf),
        row.getBoolean("agreed"),
        Rows.time(row.getLong("booked_at")),
        row.getBoolean("came"),
        row.getBoolean("went"),
        posting.map(p -> List.of(new Booking(p, at))).orElse(List.of()));
  }

  static ChargeFile both(ChargeFile one, ChargeFile next) {
    return new ChargeFile(
        one.charge(),
        one.order(),
        one.why(),
        one.agreed(),
        one.bookedAt(),
        one.came(),
        one.went(),
        Stream.concat(one.bookings().stream(), next.bookings().stream()).toList());
  }

  /** A line, with the posting that this row has, if it has one. */
  static LineFile lineFile(ResultSet row) throws SQLException {
    var place = row.getLong("place");
    var isPlaced = !row.wasNull();
    return new LineFile(
        StatementTable.line(row),
        isPlaced ? Optional.of(place) : Optional.empty(),
        charge(row),
        Rows.posting(row, "moved").stream().toList());
  }

  static LineFile both(LineFile one, LineFile next) {
    return new LineFile(
        one.line(),
        one.place(),
        one.charge(),
        Stream.concat(one.postings().stream(), next.postings().stream()).toList());
  }

  /** A movement; empty if the posting is none that could be booked. */
  static Optional<Movement> movement(ResultSet row) throws SQLException {
    var posting = Rows.posting(row, "moved");
    if (posting.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Movement(
            row.getLong("seq"),
            posting.get(),
            Rows.time(row.getLong("moved_at")),
            charge(row),
            sale(row),
            line(row),
            received(row)));
  }

  private static Optional<Charge> charge(ResultSet row) throws SQLException {
    return row.getString("charge") == null
        ? Optional.empty()
        : Optional.of(Rows.charge(row, "charge", "buyer"));
  }

  private static Optional<Sale> sale(ResultSet row) throws SQLException {
    var order = row.getString("sale");
    return order == null
        ? Optional.empty()
        : Optional.of(
            new Sale(
                new OrderId(order),
                new ProductId(row.getString("product")),
                row.getString("title")));
  }

  private static Optional<StatementLine> line(ResultSet row) throws SQLException {
    return row.getString("id") == null ? Optional.empty() : Optional.of(StatementTable.line(row));
  }

  private static Optional<Instant> received(ResultSet row) throws SQLException {
    var at = row.getLong("received");
    return row.wasNull() ? Optional.empty() : Optional.of(Rows.time(at));
  }
}

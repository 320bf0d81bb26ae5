package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.aLine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Seal;
import dev.startill.payment.Order;
import dev.startill.payment.Payload;
import dev.startill.port.Archive;
import dev.startill.port.Cursor;
import dev.startill.port.StatementLine;
import dev.startill.port.Store.Lane;
import dev.startill.reconciliation.Audit;
import dev.startill.reconciliation.Audit.Outside;
import dev.startill.reconciliation.Discrepancy;
import dev.startill.reconciliation.Discrepancy.Kind;
import dev.startill.settings.Reconciling;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody who can write the file takes the triggers away and edits the books. */
class TamperingTest {
  private static final long STARS_50 = 50_000_000_000L;

  @TempDir Path folder;
  private final Order.Paid first = Sales.paid(1);
  private final Order.Paid second = Sales.paid(2);
  private final Order.Paid third = Sales.paid(3);

  @BeforeEach
  void sell() throws SQLException {
    try (var store = file().open()) {
      for (var order : List.of(first, second, third)) {
        Sales.commit(store, order);
      }
      var lines =
          List.of(
              line(first),
              line(second),
              line(third),
              aLine().withId("gift").carrying("old").came(5));
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.keep(0, lines, Cursor.START.after(4));
            return work.book(List.of(foreign(5, "gift")), first.charge().at());
          });
    }
    for (var trigger : file().texts("SELECT name FROM sqlite_schema WHERE type = 'trigger'")) {
      file().execute("DROP TRIGGER " + trigger);
    }
    assertThat(found()).isEmpty();
  }

  @Test
  void an_edited_posting_is_named() throws SQLException {
    file().execute("UPDATE posting SET nanostars = 1 WHERE seq = 2");

    assertThat(found())
        .contains(
            tuple(Kind.CHAIN_BROKEN, "charge:" + second.charge().id(), 1L),
            tuple(Kind.POSTING_DIFFERS, second.charge().id().value(), STARS_50),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", 1 - STARS_50))
        .hasSize(3);
  }

  @Test
  void an_edited_time_is_named() throws SQLException {
    file().execute("UPDATE posting SET booked_at = booked_at + 1 WHERE seq = 3");

    assertThat(found())
        .containsExactly(tuple(Kind.CHAIN_BROKEN, "charge:" + third.charge().id(), STARS_50));
  }

  @Test
  void a_removed_posting_is_named_with_its_charge() throws SQLException {
    file().execute("DELETE FROM posting WHERE seq = 2");

    assertThat(found())
        .contains(
            tuple(Kind.CHAIN_BROKEN, "charge:" + third.charge().id(), STARS_50),
            tuple(Kind.STANDING_DIFFERS, second.charge().id().value(), STARS_50),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", -STARS_50))
        .hasSize(3);
  }

  @Test
  void a_newest_posting_that_was_removed_is_named_by_what_it_was_booked_for() throws SQLException {
    file().execute("DELETE FROM posting WHERE seq = 4");

    assertThat(found())
        .containsExactly(
            tuple(Kind.LINE_NOT_BOOKED, "gift CAME", 5_000_000_000L),
            tuple(Kind.ACCOUNT_DIFFERS, "FOREIGN", -5_000_000_000L));
  }

  @Test
  void postings_in_another_order_are_named() throws SQLException {
    file()
        .execute(
            """
            UPDATE posting SET seq = 99 WHERE seq = 1;
            UPDATE posting SET seq = 1 WHERE seq = 2;
            UPDATE posting SET seq = 2 WHERE seq = 99
            """);

    assertThat(found())
        .extracting(found -> found.toList().getFirst())
        .containsOnly(Kind.CHAIN_BROKEN)
        .hasSize(3);
  }

  @Test
  void a_posting_that_was_slipped_in_is_named() throws SQLException {
    file()
        .execute(
            """
            INSERT INTO posting
            VALUES (42, 5, 'charge:nobody', 'BUYER', 'FOREIGN', 1, 1, zeroblob(32))
            """);

    assertThat(found())
        .containsExactly(
            tuple(Kind.CHAIN_BROKEN, "charge:nobody", 1L),
            tuple(Kind.CAUSE_UNKNOWN, "charge:nobody", 1L),
            tuple(Kind.ACCOUNT_DIFFERS, "FOREIGN", 1L));
  }

  @Test
  void an_account_that_nobody_knows_is_named() throws SQLException {
    file().execute("UPDATE posting SET to_account = 'POCKET' WHERE seq = 1");

    assertThat(found()).contains(tuple(Kind.CHAIN_BROKEN, "charge:" + first.charge().id(), 0L));
  }

  @Test
  void a_posting_that_was_sealed_anew_breaks_the_chain_at_the_next() throws SQLException {
    var forged = new Posting(Account.BUYER, Account.SALES, 1, "charge:" + first.charge().id());
    var at = Rows.micros(first.charge().at());
    var seal = HashChain.seal(HashChain.start(), SqliteFile.BOT, 1, forged, at);
    try (var connection = file().connect();
        var change =
            connection.prepareStatement(
                "UPDATE posting SET nanostars = 1, hash = ? WHERE seq = 1")) {
      change.setBytes(1, seal);
      change.executeUpdate();
    }

    assertThat(found())
        .contains(
            tuple(Kind.CHAIN_BROKEN, "charge:" + second.charge().id(), STARS_50),
            tuple(Kind.POSTING_DIFFERS, first.charge().id().value(), STARS_50));
  }

  @Test
  void an_edited_line_is_named() throws SQLException {
    file().execute("UPDATE statement_line SET nanostars = 49 WHERE id = 'gift'");
    file()
        .execute(
            "UPDATE statement_line SET party = 9 WHERE id = '%s'".formatted(second.charge().id()));

    assertThat(found())
        .contains(
            tuple(Kind.LINE_DIFFERS, "gift CAME", 49L),
            tuple(Kind.LINE_DIFFERS, second.charge().id() + " CAME", STARS_50));
  }

  @Test
  void a_removed_line_is_named() throws SQLException {
    file().execute("DELETE FROM statement_line WHERE id = 'gift'");

    assertThat(found())
        .contains(
            tuple(Kind.LINES_LACK, "statement", 0L),
            tuple(Kind.CAUSE_UNKNOWN, "charge:gift", 5_000_000_000L));
  }

  @Test
  void a_charge_of_another_amount_is_named() throws SQLException {
    file().execute("UPDATE charge SET amount = 1000000000 WHERE buyer = 1");

    assertThat(found())
        .contains(
            tuple(Kind.POSTING_DIFFERS, first.charge().id().value(), 1_000_000_000L),
            tuple(Kind.LINE_DIFFERS, first.charge().id() + " CAME", STARS_50),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", 49_000_000_000L));
  }

  @Test
  void a_charge_that_is_said_to_have_gone_back_is_named() throws SQLException {
    file().execute("UPDATE charge SET standing = 'RETURNED' WHERE buyer = 1");

    assertThat(found())
        .contains(
            tuple(Kind.STANDING_DIFFERS, first.charge().id().value(), STARS_50),
            tuple(Kind.ACCOUNT_DIFFERS, "SALES", STARS_50));
  }

  @Test
  void charges_that_changed_their_orders_are_named() throws SQLException {
    file()
        .execute(
            """
            UPDATE charge SET order_id = NULL, why = 'SECOND', payload = 'st:%1$s' WHERE buyer = 1;
            UPDATE charge SET order_id = '%1$s' WHERE buyer = 2;
            UPDATE charge SET order_id = '%2$s', why = NULL, payload = NULL WHERE buyer = 1
            """
                .formatted(first.id(), second.id()));

    assertThat(found())
        .containsExactlyInAnyOrder(
            tuple(Kind.ORDER_DIFFERS, first.charge().id().value(), STARS_50),
            tuple(Kind.ORDER_DIFFERS, second.charge().id().value(), STARS_50));
  }

  @Test
  void a_sum_that_is_not_the_sum_is_named() throws SQLException {
    var many =
        IntStream.rangeClosed(5, PostingTable.SUMMED_EVERY).mapToObj(i -> foreign(1, "f" + i));
    try (var store = file().open()) {
      var postings = many.toList();
      store.inTransaction(Lane.ROUTINE, work -> work.book(postings, first.charge().at()));
    }
    assertThat(file().count("SELECT COUNT(*) FROM balance WHERE account = 'SALES'")).isEqualTo(1);
    file().execute("UPDATE balance SET nanostars = nanostars + 7 WHERE account = 'SALES'");

    assertThat(found()).contains(tuple(Kind.SUM_DIFFERS, "SALES", 7L));
  }

  @Test
  void sums_of_postings_that_are_gone_are_named() throws SQLException {
    file().execute("INSERT INTO balance VALUES (42, 9, 'SALES', 1)");

    assertThat(found()).containsExactly(tuple(Kind.CHAIN_BROKEN, "posting 9", 0L));
  }

  @Test
  void books_that_were_sealed_anew_are_given_away_by_a_seal_that_was_kept() throws SQLException {
    var kept = audit(Outside.NOTHING).newest();
    assertThat(kept.map(Seal::number)).contains(4L);
    assertThat(audit(outside(kept)).discrepancies()).isEmpty();

    sealAnew(posting -> new Posting(posting.to(), posting.from(), 7, posting.source()));

    assertThat(audit(Outside.NOTHING).discrepancies())
        .extracting(Discrepancy::kind)
        .doesNotContain(Kind.CHAIN_BROKEN);
    assertThat(audit(outside(kept)).discrepancies())
        .extracting(Discrepancy::kind)
        .contains(Kind.CHAIN_BROKEN);
  }

  @Test
  void a_kept_seal_of_a_posting_that_is_gone_is_named() {
    var kept = new Seal(5, "0".repeat(64));

    assertThat(audit(outside(Optional.of(kept))).discrepancies())
        .extracting(Discrepancy::kind, Discrepancy::subject)
        .containsExactly(tuple(Kind.CHAIN_BROKEN, "posting 5"));
  }

  /** As somebody would who knows how seals are made. */
  private void sealAnew(UnaryOperator<Posting> edit) throws SQLException {
    var entries = new ArrayList<Archive.Entry>();
    try (var store = file().open()) {
      store
          .archive()
          .read(
              books -> {
                books.entries(entries::add);
                return entries;
              });
    }
    var before = HashChain.start();
    try (var connection = file().connect();
        var change =
            connection.prepareStatement(
                "UPDATE posting SET from_account = ?, to_account = ?, nanostars = ?, booked_at = 0, hash = ? WHERE seq = ?")) {
      for (var entry : entries) {
        var edited = edit.apply(entry.posting().orElseThrow());
        before = HashChain.seal(before, SqliteFile.BOT, entry.number(), edited, 0);
        change.setString(1, edited.from().name());
        change.setString(2, edited.to().name());
        change.setLong(3, edited.nanostars());
        change.setBytes(4, before);
        change.setLong(5, entry.number());
        change.executeUpdate();
      }
    }
  }

  private static Outside outside(Optional<Seal> kept) {
    return new Outside(OptionalLong.empty(), kept);
  }

  private SqliteFile file() {
    return SqliteFile.in(folder);
  }

  private List<Tuple> found() {
    return audit(Outside.NOTHING).discrepancies().stream().map(TamperingTest::tupleOf).toList();
  }

  private Audit audit(Outside outside) {
    try (var store = file().open()) {
      return Audit.of(store.archive(), outside, Reconciling.defaults(), progress -> {});
    }
  }

  private static Tuple tupleOf(Discrepancy found) {
    return tuple(found.kind(), found.subject(), found.nanostars());
  }

  private static StatementLine line(Order.Paid order) {
    return aLine()
        .withId(order.charge().id().value())
        .by(order.charge().buyer())
        .carrying(new Payload.OfOrder(order.id()))
        .came(50);
  }

  private static Posting foreign(long stars, String id) {
    return new Posting(Account.BUYER, Account.FOREIGN, stars * 1_000_000_000L, "charge:" + id);
  }
}

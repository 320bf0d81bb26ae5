package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.aLine;
import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.Delivery;
import dev.startill.payment.CaseReason;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.Cursor;
import dev.startill.port.Lease;
import dev.startill.port.NodeId;
import dev.startill.port.Store.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a database refuses to have edited or removed, whoever asks. */
abstract class InsertOnlyContract {
  private Database database;

  /** An empty one. */
  abstract Database database() throws SQLException;

  @BeforeEach
  void sell() throws SQLException {
    database = database();
    try (var store = database.open()) {
      Sales.commit(store, Sales.paid(1));
      var voucher = anOrder().of("Voucher").delivering(new Delivery.Code()).paid();
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.stock(voucher.terms().product(), List.of("A-1", "A-2"));
            work.keep(0, List.of(aLine().came(50)), Cursor.START.after(1));
            work.leases().take(Lease.Duty.POLLER, new NodeId("one"), Duration.ofSeconds(6));
            work.raise(CaseReason.STATEMENT_SHRANK, "at line 1", voucher.charge().at());
            work.commit(
                new PaymentEvent.InvoiceSent(voucher.id(), voucher.charge().at()),
                to(voucher).shelving(Shelving.SELL).done(),
                Optional.empty());
            return true;
          });
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.lock(voucher.id());
            var again = new PaymentEvent.InvoiceSent(voucher.id(), voucher.charge().at());
            work.commit(again, to(voucher).shelving(Shelving.REVOKE).done(), Optional.empty());
            work.commit(again, to(voucher).shelving(Shelving.SELL).done(), Optional.empty());
            return true;
          });
    }
    database.execute("INSERT INTO balance SELECT bot, seq, to_account, nanostars FROM posting");
    database.execute("UPDATE charge SET stated = 1");
    assertThat(database.count("SELECT COUNT(DISTINCT state) FROM code")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE posting SET nanostars = 1",
        "DELETE FROM posting",
        "UPDATE event SET state = 'PAID'",
        "DELETE FROM event",
        "UPDATE terms SET price = 1",
        "DELETE FROM terms",
        "UPDATE charge SET amount = 1",
        "UPDATE charge SET buyer = 1",
        "UPDATE charge SET id = 'another'",
        "DELETE FROM charge",
        "UPDATE charge SET paid_at = 1",
        "UPDATE charge SET order_id = NULL",
        "UPDATE charge SET stated = -1",
        "UPDATE posting SET hash = (SELECT hash FROM terms LIMIT 1)",
        "UPDATE posting SET seq = seq + 1",
        "UPDATE balance SET nanostars = 1",
        "UPDATE lease SET token = token - 1",
        "DELETE FROM lease",
        "UPDATE statement_line SET nanostars = 1",
        "UPDATE statement_line SET at = 1",
        "UPDATE statement_line SET way = 'WENT'",
        "UPDATE statement_line SET purpose = 'GIFT'",
        "UPDATE statement_line SET payload = 'st:'",
        "UPDATE statement_line SET commission = 1",
        "UPDATE statement_line SET note = 'edited'",
        "DELETE FROM statement_line",
        "DELETE FROM \"case\"",
        "DELETE FROM code WHERE state = 'SOLD'",
        "DELETE FROM code WHERE state = 'REVOKED'",
        "UPDATE code SET state = 'FREE', order_id = NULL WHERE state = 'REVOKED'"
      })
  void what_is_only_added_to_refuses(String change) {
    assertThatThrownBy(() -> database.execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never");
  }
}

package dev.startill.jdbc;

import static dev.startill.testkit.Fixtures.anOrder;
import static dev.startill.testkit.Fixtures.to;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.Delivery;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition.Shelving;
import dev.startill.port.Store.Lane;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertOnlyTest {
  @TempDir Path folder;

  @BeforeEach
  void sell() {
    try (var store = SqliteFile.in(folder).open()) {
      Sales.commit(store, Sales.paid(1));
      var voucher = anOrder().of("Voucher").delivering(new Delivery.Code()).paid();
      store.inTransaction(
          Lane.ROUTINE,
          work -> {
            work.stock(voucher.terms().product(), List.of("A-1"));
            work.commit(
                new PaymentEvent.InvoiceSent(voucher.id(), voucher.charge().at()),
                to(voucher).shelving(Shelving.SELL).done(),
                Optional.empty());
            return true;
          });
    }
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
        "DELETE FROM code WHERE state = 'SOLD'"
      })
  void what_is_only_added_to_refuses(String change) {
    assertThatThrownBy(() -> SqliteFile.in(folder).execute(change))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("never");
  }
}

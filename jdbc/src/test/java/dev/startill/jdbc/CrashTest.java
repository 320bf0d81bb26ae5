package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.ChargeId;
import dev.startill.port.Store.Lane;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
  private static final int ACKNOWLEDGED_BEFORE_DEATH = 500;

  @TempDir Path folder;

  @RepeatedTest(3)
  void what_was_acknowledged_before_a_kill_is_there_after_it() throws Exception {
    var file = SqliteFile.in(folder);
    var acknowledged = new ArrayList<String>();
    try (var child = Child.of(SalesUntilDeath.class, file.path().toString())) {
      while (acknowledged.size() < ACKNOWLEDGED_BEFORE_DEATH) {
        acknowledged.add(String.valueOf(child.line()));
      }
      child.kill();
      // What it had said before it died counts as well; the last line may be torn.
      for (var line = child.line(); line != null; line = child.line()) {
        if (line.endsWith(".")) {
          acknowledged.add(line);
        }
      }
    }

    try (var store = file.open()) {
      for (var line : acknowledged) {
        var charge = new ChargeId(line.substring(0, line.length() - 1));
        assertThat(store.<Boolean>inTransaction(Lane.ROUTINE, work -> work.knows(charge)))
            .as(line)
            .isTrue();
      }
      assertThat(store.books().balances().values().stream().mapToLong(n -> n).sum()).isZero();
      var orders = store.books().orders(Integer.MAX_VALUE, Optional.empty()).size();
      assertThat(orders).isGreaterThanOrEqualTo(acknowledged.size());
      assertThat(store.books().waitingMessages()).isEqualTo(orders);
    }
    assertThat(
            file.count("SELECT COUNT(*) FROM pragma_integrity_check WHERE integrity_check <> 'ok'"))
        .isZero();
  }
}

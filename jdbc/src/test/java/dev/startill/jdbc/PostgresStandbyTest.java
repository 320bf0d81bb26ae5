package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.payment.Order;
import dev.startill.port.StoreException;
import dev.startill.testkit.database.PostgresPair;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A PostgreSQL whose commits wait for a standby. */
@Timeout(180)
class PostgresStandbyTest {
  private static final String WAITING =
      "FROM pg_stat_activity WHERE application_name = 'startill' AND wait_event = 'SyncRep'";

  private PostgresPair servers;
  private String name;

  @BeforeEach
  void start() throws SQLException {
    servers = PostgresPair.start();
    name = servers.primary().create();
  }

  @AfterEach
  void end() {
    servers.close();
  }

  @Test
  void a_commit_that_is_told_not_to_wait_for_the_standby_is_unknown() throws Exception {
    Database primary = () -> servers.primary().url(name);
    Database standby = () -> servers.standby().url(name);
    try (var store = shop().open()) {
      servers.standbyStalls();
      var order = Sales.paid(1);
      var commit = CompletableFuture.runAsync(() -> Sales.commit(store, order));
      until("it waits", () -> primary.count("SELECT count(*) " + WAITING) == 1);

      primary.texts("SELECT pg_cancel_backend(pid) " + WAITING);

      assertThatThrownBy(commit::join)
          .hasCauseInstanceOf(StoreException.class)
          .hasMessageContaining("Nobody knows");
      servers.standbyRestarts();
      // Whatever is committed after it is on the standby together with it.
      Sales.commit(store, Sales.paid(2));
      servers.primaryDies();
      servers.catchUp();
      assertThat(standby.count("SELECT count(*) FROM posting")).isEqualTo(2);
    }
  }

  @Test
  void a_primary_that_falls_silent_is_left_for_the_one_that_was_promoted() {
    try (var store = shop().open()) {
      Sales.commit(store, Sales.paid(1));
      assertThat(orders(store)).isEqualTo(1);
      servers.primaryFallsSilent();
      servers.promote();

      var order = Sales.paid(2);
      until("it is recorded", () -> commits(store, order));

      assertThat(orders(store)).isEqualTo(2);
    }
  }

  @Test
  void an_answer_may_take_longer_than_a_login() throws SQLException {
    try (var patient = new PostgresServer(Login.in(servers.url(name))).writer();
        var asked = new PostgresServer(Login.in(shop().url())).reader()) {
      assertThat(patient.getNetworkTimeout()).isEqualTo(30_000);
      assertThat(asked.getNetworkTimeout()).isEqualTo(6_000);
    }
  }

  /** On both servers; an answer is overdue after six seconds. */
  private Database shop() {
    return () -> servers.url(name) + "&socketTimeout=6";
  }

  private static int orders(JdbcStore store) {
    return store.books().orders(9, Optional.empty()).size();
  }

  private static boolean commits(JdbcStore store, Order.Paid order) {
    try {
      Sales.commit(store, order);
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  private static void until(String what, Callable<Boolean> condition) {
    var end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as(what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private static boolean holds(Callable<Boolean> condition) {
    try {
      return condition.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}

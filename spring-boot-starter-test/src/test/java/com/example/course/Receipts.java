package com.example.course;

import dev.startill.port.Notice;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes a receipt for each order. */
@Component
class Receipts {
  private final JdbcClient jdbc;

  Receipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
  void write(Notice.Paid paid) {
    var unused =
        jdbc.sql("INSERT INTO receipt (order_id, stars) VALUES (?, ?)")
            .params(paid.order().id().value(), paid.order().charge().amount().count())
            .update();
  }

  /** The Stars of each receipt. */
  List<Long> all() {
    return jdbc.sql("SELECT stars FROM receipt").query(Long.class).list();
  }
}

package com.example.course;

import dev.startill.port.Fulfilment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the course to whoever paid for it. */
@Component
class Enrolments implements Fulfilment {
  private final JdbcClient jdbc;

  Enrolments(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void fulfil(Purchase purchase) {
    var unused =
        jdbc.sql("INSERT INTO enrolment (order_id, buyer) VALUES (?, ?) ON CONFLICT DO NOTHING")
            .params(purchase.order().value(), purchase.buyer().value())
            .update();
  }

  boolean has(long buyer) {
    return jdbc.sql("SELECT count(*) FROM enrolment WHERE buyer = ?")
            .param(buyer)
            .query(Long.class)
            .single()
        == 1;
  }
}

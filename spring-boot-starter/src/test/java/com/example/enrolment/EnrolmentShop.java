package com.example.enrolment;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.port.Fulfilment;
import jakarta.persistence.EntityManager;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Sells a course to whoever has a seat; the database finds out at the commit that one has none. */
@SpringBootApplication
class EnrolmentShop {
  /** How often the handler was called. */
  final AtomicInteger calls = new AtomicInteger();

  /** How often it is to fail after it has written. */
  final AtomicInteger failures = new AtomicInteger();

  @Bean
  Product course() {
    return new Product(
        new ProductId("course"),
        "Course",
        "A course on payments.",
        new Stars(100),
        new Delivery.Handler("enrolments"));
  }

  @Bean
  Fulfilment enrolments(EntityManager entities) {
    return purchase -> {
      calls.incrementAndGet();
      entities.persist(new Enrolment(purchase.order().value(), purchase.buyer().value()));
      if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
        throw new IllegalStateException("Something else went wrong.");
      }
    };
  }
}

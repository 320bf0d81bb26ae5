package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

/** What an operator sees of a shop; that it counts is told in the stories. */
class MetersTest {
  @Test
  void meters_are_there_before_anything_is_sold() {
    Application.complete()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              var meters = context.getBean(MeterRegistry.class);
              assertThat(meters.get("startill.orders.paid").counter().count()).isZero();
              assertThat(meters.get("startill.messages.waiting").gauge().value()).isZero();
              assertThat(meters.get("startill.cases.open").gauge().value()).isZero();
            });
  }
}

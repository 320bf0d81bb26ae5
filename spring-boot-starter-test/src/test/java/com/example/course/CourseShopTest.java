package com.example.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.sandbox.Sandbox;
import dev.startill.spring.StartillProperties;
import dev.startill.spring.test.StartillTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The slice: what is sold, and nothing else. */
@StartillTest
@DirtiesContext
@Timeout(60)
class CourseShopTest {
  @TempDir static Path folder;

  @Autowired Sandbox telegram;
  @Autowired Enrolments enrolments;
  @Autowired JdbcClient jdbc;
  @Autowired InstantSource clock;
  @Autowired ApplicationContext application;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("app.db"));
  }

  @Test
  void who_pays_is_enrolled() {
    var anna = telegram.buyer("Anna").withStars(100);

    anna.sends("/learn");
    assertThat(anna.pays().isPaid()).isTrue();

    await().until(() -> enrolments.has(anna.id()));
  }

  @Test
  void who_only_asks_is_not() {
    var boris = telegram.buyer("Boris");

    boris.sends("/learn");
    boris.waitsFor(message -> message.isInvoice());

    assertThat(enrolments.has(boris.id())).isFalse();
  }

  @Test
  void other_components_stay_out() {
    assertThat(application.getBeansOfType(Newsletter.class)).isEmpty();
  }

  @Test
  void the_books_are_in_the_database_of_the_test() {
    assertThat(
            jdbc.sql("SELECT count(*) FROM startill_startill_migration").query(Long.class).single())
        .isPositive();
  }

  @Test
  void a_database_that_may_forget_is_good_enough() {
    var properties = application.getBean(StartillProperties.class);
    assertThat(properties.store().requireDurable()).isFalse();
  }

  @Test
  void time_is_the_sandboxs() {
    telegram.clock().advance(Duration.ofDays(2));

    assertThat(clock.instant()).isAfter(Instant.now().plus(Duration.ofDays(1)));
  }
}

package com.example.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.jdbc.JdbcStore;
import dev.startill.sandbox.Sandbox;
import dev.startill.spring.test.AutoConfigureSandbox;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application, whose books are in its own database. */
@SpringBootTest
@AutoConfigureSandbox(store = AutoConfigureSandbox.Place.OF_THE_APPLICATION)
@DirtiesContext
@Timeout(60)
class WholeShopTest {
  @TempDir static Path folder;

  @Autowired Sandbox telegram;
  @Autowired Newsletter newsletter;
  @Autowired JdbcStore store;
  @Autowired JdbcClient jdbc;
  @Autowired Receipts receipts;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add("spring.datasource.url", () -> "jdbc:sqlite:" + folder.resolve("app.db"));
  }

  @Test
  void books_enrolments_and_receipts_are_side_by_side() {
    var clara = telegram.buyer("Clara").withStars(100);

    clara.sends("/learn");
    var paid = clara.pays();

    assertThat(paid.isPaid()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(
                        jdbc.sql("SELECT order_id FROM enrolment WHERE buyer = ?")
                            .param(clara.id())
                            .query(String.class)
                            .list())
                    .containsExactly(
                        store.books().orders(1, Optional.empty()).getFirst().order().id().value()));
    assertThat(newsletter).isNotNull();
    await().untilAsserted(() -> assertThat(receipts.all()).containsExactly(100L));
  }
}

package com.example.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.sandbox.Sandbox;
import dev.startill.spring.test.StartillTest;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** A test whose database is H2, which keeps no books. */
@StartillTest
@ContextConfiguration(classes = TextShop.class)
@DirtiesContext
@Timeout(60)
class FallbackStoreTest {
  @Autowired Sandbox telegram;
  @Autowired Startill startill;
  @Autowired DataSource dataSource;

  @Test
  void the_books_are_kept_beside_it() throws SQLException {
    var anna = telegram.buyer("Anna").withStars(1);
    anna.sends("/start");

    startill.sell("text").to(anna.id()).invoice();
    anna.pays();

    anna.reads("Thanks.");
    try (var connection = dataSource.getConnection()) {
      assertThat(connection.getMetaData().getURL()).startsWith("jdbc:h2:");
    }
  }
}

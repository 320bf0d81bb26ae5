package dev.startill.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker has teeth: of a database that no engine would leave, it says what is wrong. */
class CheckerTest {
  private static final String OPEN =
      """
      INSERT INTO terms VALUES (4242, 't', 'text', 'Guide', 'It', 50, 'TEXT', 'x');
      INSERT INTO orders (bot, id, state, terms, product, valid_until, goods, charge, opened_at, changed_at)
      VALUES (4242, 'o', 'PAID', 't', 'text', 9, '%s', 'c', 1, 1);
      """;
  private static final String CHARGE =
      """
      INSERT INTO charge (bot, id, order_id, buyer, amount, paid_at, booked_at, standing, standing_at, refund, why, payload, stated)
      VALUES (4242, 'c', %s, 7, 50, 1, 1, '%s', 1, %s, %s, 1);
      """;
  private static final String POSTED =
      """
      INSERT INTO posting VALUES (4242, 1, 'charge:c', 'BUYER', 'SALES', 50, 1, x'%s');
      """;

  private static final String SEAL =
      "0000000000000000000000000000000000000000000000000000000000000000";

  private static String paid(String goods, String standing) {
    return OPEN.formatted(goods)
        + CHARGE.formatted(
            "'o'", standing, standing.equals("RETURNING") ? "'re'" : "NULL", "NULL, NULL");
  }

  static Stream<Arguments> flaws() {
    var handedOver = paid("HANDED_OVER", "KEPT");
    return Stream.of(
        Arguments.of(Invariant.BOOKS_BALANCE, handedOver),
        Arguments.of(Invariant.CHAIN_IS_WHOLE, handedOver + POSTED.formatted(SEAL)));
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void a_flaw_breaks_its_invariant(Invariant invariant, String flaw) throws SQLException {
    assertThat(firstBreachOf(flaw)).isEqualTo(invariant);
  }

  private static Invariant firstBreachOf(String flaw) throws SQLException {
    try (var blank = new Blank();
        var stage = new Stage(1, blank)) {
      try (var connection = stage.database.reader();
          var statement = connection.createStatement()) {
        statement.executeUpdate(flaw);
      }
      stage.checker.atTheEnd();
      return stage.checker.breach().orElseThrow().invariant();
    }
  }
}

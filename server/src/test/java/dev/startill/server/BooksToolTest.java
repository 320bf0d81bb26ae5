package dev.startill.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code verify}, {@code report} and {@code export}. */
class BooksToolTest {
  @TempDir Path folder;

  private Street street;

  @BeforeEach
  void open() {
    street = new Street(folder);
  }

  @AfterEach
  void close() {
    street.close();
  }

  @Test
  void books_that_are_whole_verify_beside_a_server_and_without_one() {
    try (var server = street.serves()) {
      var charge = street.buys();
      assertThat(street.types("verify").out())
          .contains("equal to Telegram's to the nanostar: ⭐ 50");
      assertThat(street.types("refund", charge).status()).isZero();
      assertThat(street.types("reconcile").status()).isZero();
      assertThat(street.types("verify").status()).isZero();
      assertThat(server.url()).isNotNull();
    }
    var said = street.types("verify", "--json");
    assertThat(said.json().path("agrees").asBoolean()).isTrue();
    assertThat(said.json().path("telegram_nanostars").asLong()).isZero();
    assertThat(said.json().path("postings").asInt()).isEqualTo(3);
    assertThat(said.err()).isEmpty();
  }

  @Test
  void a_payment_that_nobody_booked_is_a_difference_until_it_is_reconciled() {
    street.sold();
    street.telegram().lose("successful_payment").once();
    try (var server = street.serves()) {
      var ann = street.telegram().buyer("Ann").withStars(100);
      ann.sends("/buy");
      ann.pays();
      assertThat(server.url()).isNotNull();
    }
    var differs = street.types("verify");
    assertThat(differs.status()).isEqualTo(1);
    assertThat(differs.out())
        .contains("1 thing does not fit", "BALANCE_DIFFERS")
        .contains("Telegram holds 100 Stars, the ledger says 50");
    assertThat(street.types("reconcile").out())
        .contains("Recovered payments that no update had told of: 1.");
    assertThat(street.types("verify").status()).isZero();
  }

  @Test
  void open_cases_do_not_matter() {
    var charge = street.sold();
    street.telegram().fail("refundStarPayment").withError(400, "Bad Request: NO").once();
    assertThat(street.types("refund", charge).status()).isEqualTo(1);
    assertThat(street.types("verify").status()).isZero();
  }

  @Test
  void an_edit_of_the_books_is_found() throws SQLException {
    street.sold();
    var url = "jdbc:sqlite:" + folder.resolve("startill.db");
    try (var database = DriverManager.getConnection(url);
        var statement = database.createStatement()) {
      for (var trigger : triggers(statement)) {
        statement.execute("DROP TRIGGER " + trigger);
      }
      statement.execute("UPDATE posting SET nanostars = nanostars + 1 WHERE seq = 1");
    }
    var said = street.types("verify", "--json");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.json().path("named").findValuesAsString("kind")).contains("CHAIN_BROKEN");
  }

  @Test
  void a_seal_that_was_kept_is_compared() {
    street.sold();
    var kept = street.types("verify", "--json").json().path("seal").asString();
    assertThat(street.types("verify").out()).contains("Newest seal, to keep elsewhere: " + kept);
    assertThat(street.types("verify", "--seal", kept).status()).isZero();
    var other = kept.substring(0, kept.length() - 4) + "beef";
    assertThat(street.types("verify", "--seal", other).out()).contains("CHAIN_BROKEN");
    assertThat(street.types("verify", "--seal", "seal").err())
        .contains("--seal", "as verify prints");
  }

  @Test
  void a_telegram_that_does_not_answer_is_no_agreement() {
    street.sold();
    street.telegram().fail("getMyStarBalance").withError(401, "Unauthorized").always();
    var said = street.types("verify");
    assertThat(said.status()).isEqualTo(1);
    assertThat(said.err()).isNotEmpty();
  }

  @Test
  void the_report_adds_up_by_day_and_by_product() {
    var charge = street.sold();
    var second = street.sold();
    assertThat(second).isNotEqualTo(charge);
    assertThat(street.types("refund", charge).status()).isZero();
    var byProduct = street.types("report", "--by", "product", "--json");
    var sum = byProduct.json().path("sum");
    assertThat(sum.path("payments").asInt()).isEqualTo(2);
    assertThat(sum.path("sold_nanostars").asLong()).isEqualTo(100_000_000_000L);
    assertThat(sum.path("net_nanostars").asLong()).isEqualTo(50_000_000_000L);
    assertThat(byProduct.json().path("rows").path(0).path("key").asString())
        .isEqualTo("product:guide");
    assertThat(byProduct.json().path("held_nanostars").asLong()).isEqualTo(50_000_000_000L);
    assertThat(byProduct.json().path("rates_as_of").asString()).isEqualTo("2026-11-22");
    assertThat(street.types("report").out())
        .contains("Total", "⭐ 100", "Held for up to 21 days", "USD 0.00 withdrawn");
    assertThat(street.types("report", "--to", "2024-02-01").out()).contains("Total");
  }

  @Test
  void the_export_is_csv_of_every_movement() throws IOException {
    var charge = street.sold();
    assertThat(street.types("refund", charge).status()).isZero();
    var printed = street.types("export");
    assertThat(printed.status()).isZero();
    assertThat(printed.err()).isEmpty();
    var lines = printed.out().split("\r\n", -1);
    assertThat(lines[0]).startsWith("number,date,time_utc,kind,order");
    assertThat(lines[1]).contains(",charge,ord_", ",guide,The Guide,", charge, ",50,SALES,");
    assertThat(lines[2]).contains(",refund,", ",-50,");
    assertThat(lines).hasSize(4);
    var file = folder.resolve("all.csv");
    var said = street.types("export", "--out", file.toString(), "--json");
    assertThat(said.json().path("rows").asInt()).isEqualTo(2);
    assertThat(Files.readString(file)).isEqualTo(printed.out());
    assertThat(folder.resolve("all.csv.part")).doesNotExist();
    assertThat(street.types("export", "--to", "2025-01-01").out()).hasLineCount(1);
  }

  @Test
  void how_they_are_called_wrongly_is_told() {
    street.sold();
    assertThat(street.types("report", "--by", "week").status()).isEqualTo(2);
    assertThat(street.types("report", "--from", "yesterday").err())
        .contains("--from is a day such as 2026-11-01, unlike 'yesterday'.");
    assertThat(street.types("export", "--from=2026-02-02", "--to=2026-02-01").status())
        .isEqualTo(2);
    assertThat(street.types("export", "--json").status()).isEqualTo(2);
    var nowhere = street.types("export", "--out", folder.resolve("no/such.csv").toString());
    assertThat(nowhere.err()).contains("cannot be written");
    assertThat(nowhere.status()).isEqualTo(1);
  }

  private static List<String> triggers(Statement statement) throws SQLException {
    var names = new ArrayList<String>();
    try (var rows =
        statement.executeQuery(
            "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'posting'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}

package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.CaseReason;
import dev.startill.port.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the pages tell of money, and whether the books agree. */
class MoneyPageTest {
  @TempDir Path folder;

  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(folder);
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  @Test
  void where_nothing_was_sold_that_is_said() throws IOException {
    kiosk.page("/money").expect(200).with("Nothing was sold in these days").with("2026-10-24");
  }

  @Test
  void what_was_sold_is_added_up_by_day_and_by_product() throws IOException {
    kiosk.sells();
    kiosk
        .page("/money")
        .with("<td>2026-11-22</td>")
        .with("⭐ 50")
        .with("2026-12-13")
        .with("USD 0.013")
        .with("as of 2026-11-22")
        .with("/money.csv?from=2026-10-24&amp;to=2026-11-22");
    kiosk.page("/money?by=product").with("&lt;img src=x").without("<img src=x");
    kiosk.clock.advance(Duration.ofDays(22));
    kiosk.page("/money?from=2026-11-01").with("USD 0.65 withdrawn, USD 1.00 as ads");
  }

  @Test
  void days_that_are_none_are_passed_over() throws IOException {
    for (var query : new String[] {"from=x", "from=2026-12-01&to=2026-11-01", "by=week", "to="}) {
      kiosk.page("/money?" + query).expect(200).with("Nothing was sold");
    }
  }

  @Test
  void the_csv_is_for_whoever_has_the_key() throws IOException, InterruptedException {
    kiosk.sells();
    Scenario.get("/money.csv").sentTo(kiosk.port()).expect(401).without("charge-1");
    try (var client = HttpClient.newHttpClient()) {
      var address =
          "http://127.0.0.1:%d/money.csv?key=%s".formatted(kiosk.port(), kiosk.key.value());
      var request = HttpRequest.newBuilder(URI.create(address)).build();
      var answer = client.send(request, BodyHandlers.ofString());
      assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/csv; charset=utf-8");
      assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
          .contains("attachment");
      assertThat(answer.body()).startsWith("number,date").contains("charge-1").hasLineCount(2);
    }
  }

  @Test
  void whether_the_books_agree_is_said_on_top() throws IOException {
    kiosk.page("/").with("was not read to its end yet");
    kiosk.startill.reconcile();
    kiosk.page("/").with("No difference from Telegram");
    kiosk.clock.advance(Duration.ofHours(1));
    kiosk.page("/money").with("were not compared with Telegram").with("60 minutes ago");
    kiosk.store.inTransaction(
        Store.Lane.ROUTINE,
        work -> work.raise(CaseReason.BALANCE_DIFFERS, "it differs", kiosk.clock.instant()));
    kiosk.page("/").with("The books differ from Telegram");
  }

  @Test
  void a_difference_asks_which_charge_was_taken_back() throws IOException {
    kiosk.sells();
    kiosk.settles();
    kiosk.store.inTransaction(
        Store.Lane.ROUTINE,
        work -> work.raise(CaseReason.BALANCE_DIFFERS, "it differs", kiosk.clock.instant()));
    var id = kiosk.store.cases(1).getFirst().id();
    kiosk.page("/cases/" + id).with("name=\"charge\"").with("Write the difference off");
    kiosk
        .sends("/cases/" + id, "how=chargeback&charge=nobody")
        .expect(303)
        .withHeader("Location", "case-moved-on-chargeback");
    kiosk
        .sends("/cases/" + id, "how=chargeback&charge=charge-1&note=by+mail")
        .expect(303)
        .withHeader("Location", "case-done-chargeback");
    kiosk.page("/refund?charge=charge-1").with("The buyer took these Stars back at the store");
    kiosk.page("/cases").with("The buyer took the Stars back");
  }
}

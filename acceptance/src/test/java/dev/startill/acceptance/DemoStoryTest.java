package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo as a newcomer starts it, stops it and starts it again. */
class DemoStoryTest {
  private static final long DEMO_BOT = 7_000_000_001L;

  @TempDir Path folder;

  @Test
  void a_second_run_goes_on_where_the_first_one_stopped() {
    long ann;
    String link;
    try (var first = Shop.demo(folder)) {
      var buyer = buyer(first, "Ann");
      ann = buyer.id();
      buyer.pays(buyer.asks("/buy"));
      link = buyer.awaits("Here is your download link");
      buyer.asks("/voucher");
      assertThat(first.stop()).isLessThan(5_000);
    }
    try (var second = Shop.demo(folder)) {
      var box = Box.at(second.chat());
      assertThat(box.get("/sandbox/users").findValuesAsString("first_name")).contains("Ann");
      var again = new Buyer(box, ann, "Ann").with(DEMO_BOT);
      assertThat(again.stars()).isEqualTo(950);
      assertThat(again.reads()).containsOnlyOnce(link);
      assertThat(again.pays(again.invoices().getLast()).get("status").asString()).isEqualTo("paid");
      again.awaits("DEMO-");
      assertThat(Page.of(second)).contains("Premium PDF Guide", "Coffee Voucher");
      assertThat(second.database().count("SELECT count(*) FROM charge")).isEqualTo(2);
    }
  }

  @Test
  void an_invoice_expires_after_a_day_on_the_sandboxs_clock() {
    try (var demo = Shop.demo(folder)) {
      var ann = buyer(demo, "Ann");
      var invoice = ann.asks("/buy");
      Box.at(demo.chat()).advance(Duration.ofDays(1));
      assertThat(ann.pays(invoice).get("error").asString())
          .isEqualTo("This invoice has expired. Please ask the shop for a new one.");
      assertThat(ann.stars()).isEqualTo(1000);
      assertThat(ann.pays(ann.asks("/buy")).get("status").asString()).isEqualTo("paid");
      ann.awaits("Here is your download link");
    }
  }

  @ParameterizedTest
  @CsvSource({"--port, --sandbox-port", "--sandbox-port, --port"})
  void a_taken_port_ends_it_with_the_option_that_helps(String option, String other)
      throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var demo =
            Shop.running(
                folder,
                "demo",
                option,
                Integer.toString(taken.getLocalPort()),
                other,
                "0",
                "--data",
                folder.resolve("data").toString())) {
      assertThat(demo.awaitExit()).isEqualTo(2);
      assertThat(demo.said()).containsPattern(" with " + option + "\\.\\R").doesNotContain("\tat ");
    }
  }

  @Test
  void a_second_demo_on_the_same_folder_is_refused_and_harms_nothing() throws IOException {
    long ann;
    try (var first = Shop.demo(folder)) {
      var buyer = buyer(first, "Ann");
      ann = buyer.id();
      var elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
      try (var second =
          Shop.running(
              elsewhere,
              "demo",
              "--port",
              "0",
              "--sandbox-port",
              "0",
              "--data",
              folder.toString())) {
        buyer.pays(buyer.asks("/buy"));
        assertThat(second.awaitExit()).isEqualTo(2);
        assertThat(second.said())
            .contains("Another sandbox keeps its state in", folder.toString())
            .doesNotContain("\tat ");
      }
      buyer.awaits("Here is your download link");
      assertThat(first.stop()).isLessThan(5_000);
    }
    try (var again = Shop.demo(folder)) {
      var box = Box.at(again.chat());
      assertThat(new Buyer(box, ann, "Ann").stars()).isEqualTo(950);
    }
  }

  @Test
  void two_servers_never_share_a_store() throws IOException {
    var other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    Files.writeString(other.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(other.resolve("guide.txt"), "Chapter one.");
    try (var box = Box.open();
        var first = Shop.serving(folder, Yaml.of(box.url()))) {
      var yaml =
          Yaml.of(box.url()).replace("startill.db", folder.resolve("startill.db").toString());
      Files.writeString(other.resolve("startill.yaml"), yaml);
      try (var second = Shop.running(other, "serve")) {
        assertThat(second.awaitExit()).isEqualTo(2);
        assertThat(second.said()).contains("Another Startill serves", "store.url");
      }
      var ann = box.buyer("Ann", 1000);
      ann.pays(ann.asks("/buy"));
      ann.awaits("guide.pdf");
      assertThat(first.health().status()).isEqualTo(200);
    }
  }

  private static Buyer buyer(Shop demo, String name) {
    var box = Box.at(demo.chat());
    Until.holds(
        "the demo's bot is there",
        () ->
            StreamSupport.stream(box.get("/sandbox/bots").spliterator(), false)
                .anyMatch(bot -> bot.get("id").asLong() == DEMO_BOT));
    return box.buyer(name, 1000).with(DEMO_BOT);
  }
}

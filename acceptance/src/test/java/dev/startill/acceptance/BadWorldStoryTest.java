package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telegram in trouble, or the server in trouble with Telegram: it stays up and says why. */
class BadWorldStoryTest {
  private static final String SECRET = Box.TOKEN.substring(Box.TOKEN.indexOf(':') + 1);

  @Test
  void a_wrong_token_is_told_without_the_token_and_waits_for_the_right_one(@TempDir Path folder)
      throws IOException {
    prepare(folder);
    try (var box = Box.strict()) {
      Files.writeString(folder.resolve("startill.yaml"), Yaml.of(box.url()));
      try (var shop = Shop.running(folder, "serve")) {
        awaitTrouble(shop, "401");
        assertThat(shop.health().text()).contains("unavailable", "token", "@BotFather");
        assertThat(shop.said()).contains("401", "@BotFather").doesNotContain(SECRET);
        box.post("/sandbox/bots", Json.object().put("token", Box.TOKEN));
        awaitHealth(shop);
        sells(box);
        assertThat(shop.said()).doesNotContain(SECRET);
      }
    }
  }

  @Test
  void a_revoked_token_is_told_without_the_token(@TempDir Path folder) throws IOException {
    prepare(folder);
    try (var box = Box.open();
        var shop = Shop.serving(folder, Yaml.of(box.url()))) {
      box.fault(Map.of("method", "*", "action", "error", "error_code", 401));
      box.buyer("Bob", 1).says("Hello?");
      awaitTrouble(shop, "401");
      assertThat(shop.said()).contains("@BotFather").doesNotContain(SECRET);
    }
  }

  @Nested
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  class While_it_sells {
    private Box box;
    private Gate gate;
    private Shop shop;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
      prepare(folder);
      box = Box.open();
      gate = new Gate(box.url());
      shop = Shop.serving(folder, Yaml.of(gate.url()));
    }

    @AfterAll
    void close() {
      shop.close();
      gate.close();
      box.close();
    }

    @Test
    void a_second_poller_is_named_and_once_it_is_gone_the_shop_sells() {
      var rude = new AtomicBoolean(true);
      var rival = CompletableFuture.runAsync(() -> pollWhile(rude));
      Until.holds("the log names it", () -> shop.said().contains("polled elsewhere"));
      rude.set(false);
      rival.join();
      awaitHealth(shop);
      sells(box);
    }

    @Test
    void a_conflict_that_lasts_is_what_health_tells() {
      fault("getUpdates", 409);
      wake();
      awaitTrouble(shop, "Stop the other process or use webhooks");
      box.nothingGoesWrong();
      awaitHealth(shop);
      sells(box);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502})
    void an_error_of_telegrams_is_told_and_passes(int code) {
      fault("*", code);
      wake();
      awaitTrouble(shop, code == 429 ? "wait" : Integer.toString(code));
      box.nothingGoesWrong();
      awaitHealth(shop);
      sells(box);
      assertThat(shop.said()).doesNotContain(SECRET);
    }

    @ParameterizedTest
    @EnumSource(
        value = Gate.Mood.class,
        names = {"HTML", "HALF_A_JSON", "NOTHING"})
    void an_answer_that_is_none_is_told_and_passes(Gate.Mood mood) {
      var ann = box.buyer("Ann", 1000);
      var invoice = ann.asks("/buy");
      gate.isNow(mood);
      wake();
      awaitTrouble(shop, "Telegram");
      gate.isNow(Gate.Mood.GOOD);
      awaitHealth(shop);
      assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
      ann.awaits("guide.pdf");
      assertThat(shop.said()).doesNotContain(SECRET);
    }

    private void pollWhile(AtomicBoolean wanted) {
      while (wanted.get()) {
        box.callAsBot("getUpdates", Json.object().put("timeout", 1));
      }
    }

    private void fault(String method, int code) {
      box.fault(Map.of("method", method, "action", "error", "error_code", code));
    }

    /** Ends the call that Telegram holds, so that the next one meets the trouble. */
    private void wake() {
      box.buyer("Bob", 1).says("Hello?");
    }
  }

  private static void prepare(Path folder) throws IOException {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
  }

  private static void awaitTrouble(Shop shop, String words) {
    Until.holds(
        "the server is in trouble because of '" + words + "'",
        () -> shop.health().status() == 503 && shop.health().text().contains(words));
  }

  private static void awaitHealth(Shop shop) {
    Until.holds("the server is healthy", () -> shop.health().status() == 200);
  }

  private static void sells(Box box) {
    var ann = box.buyer("Ann", 1000);
    assertThat(ann.pays(ann.asks("/buy")).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
  }
}

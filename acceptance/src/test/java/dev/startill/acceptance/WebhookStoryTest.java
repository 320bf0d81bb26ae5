package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates that are brought to the server's door, by Telegram and by others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookStoryTest {
  private static final long MALLORY = 666;
  private static final String UNKNOWN = "\"st:ord_00000000000000000000000000\"";

  private Box box;
  private Shop shop;
  private Hook hook;

  @BeforeAll
  void open(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("codes.txt"), "CODE-ONE\n");
    Files.writeString(folder.resolve("guide.txt"), "Chapter one.");
    box = Box.open();
    var port = freePort();
    var url = URI.create("http://127.0.0.1:" + port + "/telegram");
    hook = new Hook(url);
    shop =
        Shop.serving(
            folder,
            Yaml.of(box.url())
                .replace(
                    "updates: polling",
                    "updates: webhook\n  webhook: { url: \"%s\", secret: %s }"
                        .formatted(url, Hook.SECRET))
                .replace("port: 0", "port: " + port));
  }

  @AfterAll
  void close() {
    shop.close();
    box.close();
  }

  @Test
  void a_buyer_types_buy_pays_and_reads_the_goods() {
    sells();
    assertThat(box.bot(Box.BOT).get("webhook").asBoolean()).isTrue();
  }

  @Test
  void who_does_not_know_the_secret_is_turned_away() {
    var update = Hook.payment(MALLORY, UNKNOWN, "\"XTR\"", "50", "\"no-secret\"");
    assertThat(hook.bringsAs("guessed", update)).isEqualTo(401);
    assertThat(hook.bringsAs("", update)).isEqualTo(401);
    assertThat(charges("no-secret")).isZero();
  }

  @Test
  void a_body_beyond_a_mebibyte_is_refused_however_it_comes() {
    var long_ = new byte[1024 * 1024 + 1];
    Arrays.fill(long_, (byte) ' ');
    assertThat(hook.brings(long_, Hook.SECRET)).isEqualTo(413);
    var huge = new byte[10 * 1024 * 1024];
    var chunked = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(huge));
    var request =
        HttpRequest.newBuilder(shop.addresses().getFirst().resolve("/telegram"))
            .header("X-Telegram-Bot-Api-Secret-Token", Hook.SECRET)
            .POST(chunked);
    assertThat(Json.send(request.build()).status()).isEqualTo(413);
    sells();
  }

  static List<String> nonsense() {
    return List.of(
        "",
        "null",
        "[]",
        "42",
        "{",
        "{}",
        "{]",
        "\u0000",
        "<html>Bad Gateway</html>",
        "{\"update_id\": 1e400}",
        "{\"update_id\": 99999999999999999999}",
        "{\"update_id\": 5, \"message\": {\"text\": \"/bu",
        "{\"update_id\": 6, \"message\": [\"/buy\"]}",
        "{\"update_id\": 7, \"message\": {\"from\": 1, \"chat\": null, \"text\": {}}}",
        "{\"update_id\": 8, \"from_the_future\": {\"stars\": [1, 2, 3]}}",
        "{\"update_id\": 9, \"deep\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}",
        "{\"update_id\": 10, \"deep\": " + "{\"a\":".repeat(10_000));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void what_is_no_update_of_ours_is_taken_and_nothing_is_written(String body) {
    var before = written();
    assertThat(hook.brings(body)).isEqualTo(200);
    assertThat(written()).isEqualTo(before);
    assertThat(shop.health().status()).isEqualTo(200);
  }

  @Test
  void stars_for_an_order_that_is_not_known_are_held_and_shown() {
    assertThat(hook.brings(Hook.payment(MALLORY, UNKNOWN, "\"XTR\"", "50", "\"forged-unknown\"")))
        .isEqualTo(200);
    assertThat(shop.database().rows("SELECT why FROM charge WHERE id = 'forged-unknown'"))
        .containsExactly("OWNERLESS");
    assertThat(Page.of(shop)).contains("Waiting for you", "Stray charges", "forged-unknown");
    sells();
  }

  @Test
  void stars_of_somebody_elses_code_are_not_ours() {
    var before = written();
    var update = Hook.payment(MALLORY, "\"donation-7\"", "\"XTR\"", "50", "\"forged-foreign\"");
    assertThat(hook.brings(update)).isEqualTo(200);
    assertThat(written()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-50",
        "0",
        "1",
        "49",
        "51",
        "50.5",
        "5e1",
        "\"50\"",
        "null",
        "2147483648",
        "9223372036854775807",
        "9223372036854775808",
        "1e999"
      })
  void an_amount_that_is_not_the_orders_buys_nothing(String amount) {
    buysNothing("\"XTR\"", amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"USD\"", "\"xtr\"", "\"\"", "null", "7", "\"\\ud800\""})
  void a_currency_that_is_not_the_orders_buys_nothing(String currency) {
    buysNothing(currency, "50");
  }

  static Stream<String> oddWords() {
    return Stream.of(
        "\\ud800",
        "\\udfff and \\ud83d",
        "a\\u0000b",
        "'); DROP TABLE charge; --",
        "<script>alert(1)</script>",
        "\\\"><img src=x onerror=alert(1)>",
        "${jndi:ldap://x}{{7*7}}%s%n",
        "\\u202egnirts\\u200b\\r\\nSet-Cookie: a=b");
  }

  @ParameterizedTest
  @MethodSource("oddWords")
  void odd_words_are_words_and_nothing_more(String words) {
    assertThat(hook.brings(Hook.message(MALLORY, words, text(words)))).isEqualTo(200);
    assertThat(hook.brings(Hook.message(MALLORY, words, text("/buy " + words)))).isEqualTo(200);
    for (var payload : List.of("\"" + words + "\"", "\"st:" + words + "\"", UNKNOWN)) {
      var charge = "\"odd " + words + "\"";
      var update = Hook.payment(MALLORY, payload, "\"XTR\"", "50", charge);
      assertThat(hook.brings(update)).isEqualTo(200);
    }
    var page = Page.of(shop);
    assertThat(page)
        .doesNotContain("<script", "<img src=x", "\u0000")
        .contains("Charge odd ", words.startsWith("<") ? "&lt;script&gt;" : "odd ");
    sells();
  }

  /** Somebody says that a real, open order was paid, but not with what it costs. */
  private void buysNothing(String currency, String amount) {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    var order = shop.database().rows("SELECT id FROM orders WHERE owner = " + ann.id()).getFirst();
    var charge =
        "\"forged " + currency.replace("\"", "").replace('\\', '/') + amount.hashCode() + "\"";
    var update = Hook.payment(ann.id(), "\"st:" + order + "\"", currency, amount, charge);
    assertThat(hook.brings(update)).isEqualTo(200);
    assertThat(shop.database().rows("SELECT state FROM orders WHERE id = '" + order + "'"))
        .containsExactly("OPEN");
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
    assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
  }

  private void sells() {
    var ann = box.buyer("Ann", 1000);
    assertThat(ann.pays(ann.asks("/buy")).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
    assertThat(ann.stars()).isEqualTo(950);
  }

  private long charges(String id) {
    return shop.database().count("SELECT count(*) FROM charge WHERE id = '" + id + "'");
  }

  /** How much there is of all that is written down. */
  private List<String> written() {
    return shop.database()
        .rows(
            """
            SELECT (SELECT count(*) FROM orders), (SELECT count(*) FROM charge),
                   (SELECT count(*) FROM event), (SELECT count(*) FROM posting),
                   (SELECT count(*) FROM outbox), (SELECT count(*) FROM "case")
            """);
  }

  private static String text(String words) {
    return "\"text\": \"" + words + "\"";
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}

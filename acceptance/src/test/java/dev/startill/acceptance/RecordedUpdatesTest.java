package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Updates of a sale as the sandbox sends them, kept in a file for the fuzzer, whose seeds say the
 * same at every run. {@code -Dgolden=write} records them again.
 */
class RecordedUpdatesTest {
  private static final Path FILE =
      Project.root()
          .resolve("acceptance/src/test/resources/dev/startill/acceptance/fuzz/recorded.json");

  private final Map<String, JsonNode> sent = new TreeMap<>();
  private long offset;

  @Test
  void the_sandbox_still_sends_what_was_recorded() throws IOException {
    try (var box = Box.open()) {
      sell(box);
    }
    if ("write".equals(System.getProperty("golden"))) {
      var file = Json.object();
      sent.forEach(file::set);
      Files.createDirectories(FILE.getParent());
      Files.writeString(FILE, file.toPrettyString() + "\n");
    }
    var recorded = Json.read(Files.readString(FILE));
    assertThat(sent.keySet()).containsExactlyElementsOf(recorded.propertyNames());
    sent.forEach(
        (kind, update) ->
            assertThat(pathsOf(update)).as(kind).isEqualTo(pathsOf(recorded.get(kind))));
  }

  private void sell(Box box) {
    box.asBot("getMe", Json.object());
    var ann = box.buyer("Ann", 100);
    ann.says("/start");
    await(box, "message");
    var link = box.asBot("createInvoiceLink", Yaml.invoice("story", "XTR", 50)).asString();
    var paying = CompletableFuture.supplyAsync(() -> ann.pays(link));
    var query = await(box, "pre_checkout_query").get("pre_checkout_query");
    box.asBot(
        "answerPreCheckoutQuery",
        Json.object().put("ok", true).put("pre_checkout_query_id", query.get("id").asString()));
    var charge = paying.join().get("charge_id").asString();
    await(box, "successful_payment");
    var refund = Json.object().put("user_id", ann.id());
    box.asBot("refundStarPayment", refund.put("telegram_payment_charge_id", charge));
    await(box, "refunded_payment");
    ann.blocks();
    await(box, "my_chat_member");
  }

  private JsonNode await(Box box, String kind) {
    Until.holds(
        kind,
        () -> {
          var asked = Json.object().put("offset", offset).put("timeout", 1);
          for (var update : box.asBot("getUpdates", asked)) {
            offset = update.get("update_id").asLong() + 1;
            sent.putIfAbsent(kindOf(update), update);
          }
          return sent.containsKey(kind);
        });
    return Objects.requireNonNull(sent.get(kind));
  }

  private static String kindOf(JsonNode update) {
    for (var money : Set.of("successful_payment", "refunded_payment")) {
      if (update.path("message").has(money)) {
        return money;
      }
    }
    return update.propertyNames().stream()
        .filter(n -> !n.equals("update_id"))
        .findFirst()
        .orElse("");
  }

  private static Set<String> pathsOf(JsonNode json) {
    var paths = new TreeSet<String>();
    json.forEachEntry(
        (name, value) -> {
          paths.add(name);
          pathsOf(value).forEach(path -> paths.add(name + "." + path));
        });
    return paths;
  }
}

package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.state.StateFile;
import dev.startill.sandbox.state.StateUnreadable;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Deliveries;
import dev.startill.sandbox.world.Knobs;
import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Membership;
import dev.startill.sandbox.world.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What survives a restart, and what is said when the file is damaged. */
class StateTest {
  @TempDir private Path folder;

  @Test
  void channels_and_groups_survive_with_their_members() throws IOException {
    var world = world();
    var channel = world.people().found(true, "News", "news");
    var group = world.people().found(false, "Talk", "");
    long ann = world.people().join("Ann", "", "", 5).id();
    world.memberships().put(group.chat(), new Membership(ann, Membership.Status.MEMBER, 7));
    world.chats().write(ann, group.chat(), new Content.Text("hi", ""), Marks.NONE);
    new StateFile(folder).save(new StateFile.State(Duration.ZERO, world.save()));
    var again = world();
    again.load(new StateFile(folder).load().orElseThrow().world());
    assertThat(again.people().communities()).containsExactly(channel, group);
    assertThat(again.memberships().of(group.chat(), ann))
        .isEqualTo(new Membership(ann, Membership.Status.MEMBER, 7));
    assertThat(again.chats().messages(group.chat(), 0))
        .isEqualTo(world.chats().messages(group.chat(), 0));
  }

  private static World world() {
    return new World(
        Instant.EPOCH, new Random(1), Knobs.TELEGRAM, Deliveries.FAITHFUL, happening -> {});
  }

  @Test
  void a_second_run_goes_on_where_the_first_stopped() {
    long ann;
    String link;
    String charge;
    long lastUpdate;
    String chat;
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      ann = bot.user("Ann", 100);
      bot.says(ann, "/buy");
      link = bot.link("ord_1", 30);
      charge = pay(bot, ann, link);
      bot.ok("setMyCommands", "{\"commands\":[{\"command\":\"buy\",\"description\":\"Buy\"}]}");
      bot.ok("sendDocument", "{\"chat_id\":" + ann + ",\"document\":\"https://x.example/a.pdf\"}");
      bot.says(ann, "unread");
      lastUpdate = bot.updates(0).path(0).path("update_id").asLong();
      sandbox.clock().advance(Duration.ofHours(1));
      chat = chat(bot, ann);
    }
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      assertThat(chat(bot, ann)).isEqualTo(chat);
      var update = bot.updates(0).path(0);
      assertThat(update.path("update_id").asLong()).isEqualTo(lastUpdate);
      assertThat(update.at("/message/text").asString()).isEqualTo("unread");
      assertThat(bot.stars(ann)).isEqualTo(70);
      assertThat(bot.ok("getMyCommands", "{}")).hasSize(1);
      assertThat(new Client(sandbox.url(), "123456789:wrong").call("getMe", "{}").status())
          .isEqualTo(401);
      bot.ok("getUpdates", "{\"offset\":" + (lastUpdate + 1) + "}");
      assertThat(pay(bot, ann, link)).isNotEqualTo(charge);
      bot.ok(
          "refundStarPayment",
          "{\"user_id\":" + ann + ",\"telegram_payment_charge_id\":\"" + charge + "\"}");
      assertThat(bot.ok("getStarTransactions", "{}").path("transactions")).hasSize(3);
      assertThat(bot.user("Bob", 0)).isGreaterThan(ann);
    }
  }

  @Test
  void the_state_is_written_while_it_changes() throws IOException {
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      long ann = bot.user("Ann", 100);
      long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
      while (!written().contains("\"id\":" + ann)) {
        assertThat(System.nanoTime()).isLessThan(patience);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "{}",
        "[]",
        "{\"ahead\":\"PT0S\",\"world\":{}}",
        "{\"ahead\":\"PT0S\",\"world\":{\"version\":1}}",
        "{\"ahead\":\"PT0S\",\"world\":{\"version\":3}}"
      })
  void a_damaged_file_is_named(String content) throws IOException {
    var file = folder.resolve("sandbox.json");
    Files.writeString(file, content);
    assertThatThrownBy(this::begin)
        .isInstanceOf(StateUnreadable.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("Delete this file to begin with an empty sandbox.");
    assertThat(Files.readString(file)).isEqualTo(content);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "allowed":[]       | "allowed":null
          "waiting":[        | "waiting":[null,
          "users":[          | "users":[null,
          "again":[]         | "again":null
          "firstName":"Ann"  | "firstName":null
          "username":""      | "username":null
          "members":[        | "members":null,"x":[
          "books":{          | "books":{"1":null,
          "books":{          | "books":{"1":[null],
          "economy":{        | "economy":null,"x":{
          "message":{        | "message":null,"x":{
          "url":""           | "url":"http://:x/"
          """)
  void a_file_damaged_within_is_named_and_the_folder_left_free(String sound, String damaged)
      throws IOException {
    var file = folder.resolve("sandbox.json");
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      bot.ok("getMe", "{}");
      bot.says(bot.user("Ann", 100), "hi");
      bot.ok("setMyName", "{\"name\":\"Shop\"}");
      bot.post(
          "/sandbox/chats", "{\"type\":\"supergroup\",\"title\":\"Talk\",\"owner\":700000001}");
    }
    var text = Files.readString(file);
    assertThat(text).contains(sound);
    Files.writeString(file, text.replace(sound, damaged));
    assertThatThrownBy(this::begin)
        .isInstanceOf(StateUnreadable.class)
        .hasMessageContaining(file.toString());
    Files.writeString(file, text);
    try (var sandbox = begin()) {
      assertThat(sandbox.port()).isPositive();
    }
  }

  @Test
  void books_with_a_line_twice_are_a_damaged_file() throws IOException {
    var file = folder.resolve("sandbox.json");
    try (var sandbox = begin()) {
      assertThat(new Client(sandbox).user("Ann", 100)).isPositive();
    }
    var text = Files.readString(file);
    var lines = text.replaceFirst(".*\"books\":\\{\"\\d+\":\\[(.*?)\\]\\}.*", "$1");
    assertThat(lines).isNotEqualTo(text).startsWith("{");
    Files.writeString(file, text.replace(lines, lines + "," + lines));
    assertThatThrownBy(this::begin)
        .isInstanceOf(StateUnreadable.class)
        .hasMessageContaining("is written already");
  }

  @Test
  void a_file_of_another_version_is_said_to_be_one() throws IOException {
    var file = folder.resolve("sandbox.json");
    Files.writeString(file, "{\"ahead\":\"PT0S\",\"world\":{\"version\":1,\"users\":[]}}");
    assertThatThrownBy(this::begin)
        .hasMessageContaining("it is of version 1, which an older Startill wrote");
    Files.writeString(file, "{\"ahead\":\"PT0S\",\"world\":{\"version\":1000}}");
    assertThatThrownBy(this::begin).hasMessageContaining("a newer Startill");
  }

  @Test
  void subscriptions_withdrawals_and_everybodys_books_go_on() {
    long ann;
    JsonNode before;
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      ann = bot.user("Ann", 5_000);
      var body = Client.invoice("sub_1", 2_000).replace("{", "{\"subscription_period\":2592000,");
      body = body.replace("{\"subscription_period\":2592000,\"label\"", "{\"label\"");
      assertThat(pay(bot, ann, bot.ok("createInvoiceLink", body).asString())).startsWith("stx");
      bot.post("/sandbox/withdrawals", "{\"bot\":" + Client.BOT + ",\"stars\":1000}");
      var id = bot.get(mine(ann)).json().at("/0/id").asLong();
      bot.post(mine(ann) + "/" + id + "/cancel", "{}");
      bot.post(mine(ann) + "/" + id + "/restore", "{}");
      before = bot.get("/sandbox/users/" + ann + "/transactions").json();
    }
    try (var sandbox = begin()) {
      var bot = new Client(sandbox);
      assertThat(bot.get("/sandbox/users/" + ann + "/transactions").json()).isEqualTo(before);
      assertThat(bot.next("subscription").path("state").asString()).isEqualTo("canceled");
      assertThat(bot.next("subscription").path("state").asString()).isEqualTo("active");
      sandbox.clock().advance(Duration.ofDays(30));
      assertThat(bot.next("message").at("/successful_payment/is_recurring").asBoolean()).isTrue();
      assertThat(bot.get("/sandbox/withdrawals").json().at("/0/state").asString())
          .isEqualTo("succeeded");
      assertThat(bot.ok("getMyStarBalance", "{}").path("amount").asLong()).isEqualTo(3_000);
      assertThat(bot.stars(ann)).isEqualTo(1_000);
    }
  }

  private static String mine(long user) {
    return "/sandbox/users/" + user + "/subscriptions";
  }

  private Sandbox begin() {
    return Sandbox.builder().data(folder).start();
  }

  private String written() throws IOException {
    var file = folder.resolve("sandbox.json");
    return Files.exists(file) ? Files.readString(file) : "";
  }

  private static String pay(Client bot, long user, String link) {
    var end = bot.pays(user, link);
    var id = bot.next("pre_checkout_query").path("id");
    bot.ok("answerPreCheckoutQuery", "{\"ok\":true,\"pre_checkout_query_id\":" + id + "}");
    var charge = end.join().json().path("charge_id").asString();
    assertThat(bot.next("message").at("/successful_payment/telegram_payment_charge_id").asString())
        .isEqualTo(charge);
    return charge;
  }

  private static String chat(Client bot, long user) {
    return bot.get("/sandbox/users/" + user + "/messages?bot=" + Client.BOT).http().body();
  }
}

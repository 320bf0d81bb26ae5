package dev.startill.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.Delivery;
import dev.startill.party.BotId;
import dev.startill.port.NodeId;
import dev.startill.port.SettingsException;
import dev.startill.server.config.Config.Updates;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
  private static final Map<String, String> TOKEN = Map.of("BOT_TOKEN", "42:secret-of-the-bot");

  @TempDir Path folder;

  @Test
  void the_documented_example_is_read() throws IOException {
    var config =
        read(
            """
            telegram:
              token: ${BOT_TOKEN}
              api-url: https://api.telegram.org
              updates: polling                 # or webhook
              limits: { per-second: 30, per-chat-per-second: 1 }
              webhook: { url: https://shop.example/telegram, secret: ${WEBHOOK_SECRET} }
            store:
              url: jdbc:sqlite:startill.db
            http: { port: 8080, bind: 127.0.0.1 }
            reconcile: { every: 60s }
            products:
              - id: premium-guide
                command: buy
                title: Premium PDF Guide
                description: A complete PDF guide on integrating payment APIs into bots.
                stars: 50
                deliver: { text: "Here is your download link: https://shop.example/guide.pdf" }
            """,
            TOKEN);

    assertThat(config.telegram().token().id()).isEqualTo(new BotId(42));
    assertThat(config.telegram().updates()).isEqualTo(new Updates.Polling());
    assertThat(config.telegram().perSecond()).isEqualTo(30);
    assertThat(config.store()).isEqualTo("jdbc:sqlite:startill.db");
    assertThat(config.tablePrefix().text()).isEmpty();
    assertThat(config.migrates()).isTrue();
    assertThat(config.http()).isEqualTo(new Config.Http(8080, "127.0.0.1"));
    assertThat(config.reconciling().every()).isEqualTo(Duration.ofMinutes(1));
    var offer = config.offers().get(0);
    assertThat(offer.command()).hasValue("buy");
    assertThat(offer.product().price().count()).isEqualTo(50);
    assertThat(offer.product().delivery()).isInstanceOf(Delivery.Text.class);
  }

  @Test
  void what_is_left_out_has_a_default() throws IOException {
    var config = read(withProduct(""), TOKEN);
    assertThat(config.telegram().api()).isEqualTo(URI.create("https://api.telegram.org"));
    assertThat(config.telegram().perChatPerSecond()).isEqualTo(1);
    assertThat(config.http()).isEqualTo(new Config.Http(8080, "127.0.0.1"));
    assertThat(config.shop()).isEqualTo(Config.Shop.SILENT);
    assertThat(config.node()).isEqualTo(Config.Node.WHOLE);
    assertThat(config.isShared()).isFalse();
  }

  @Test
  void a_node_of_several_has_a_name_and_roles() throws IOException {
    var config =
        read(
            withProduct(
                """
                store: { url: "jdbc:postgresql://db.example/shop" }
                node: { id: shop-1, roles: "worker, intake" }
                """),
            Map.of("BOT_TOKEN", "42:token-of-it", "STARTILL_ROLES", "worker"));
    assertThat(config.isShared()).isTrue();
    assertThat(config.node())
        .isEqualTo(new Config.Node(Optional.of(new NodeId("shop-1")), Set.of(Role.WORKER)));
    assertThat(config.doing(Role.ALL).node().roles())
        .containsExactlyInAnyOrder(Role.INTAKE, Role.WORKER);
  }

  @Test
  void variables_override_the_file() throws IOException {
    var config =
        read(
            withProduct("telegram: { token: '1:in-the-file' }\nhttp: { port: 1 }"),
            Map.of(
                "BOT_TOKEN", "42:of-the-environment",
                "STARTILL_API_URL", "http://127.0.0.1:8081/",
                "STARTILL_STORE_URL", "jdbc:sqlite:other.db",
                "STARTILL_STORE_TABLE_PREFIX", "shop_",
                "STARTILL_PORT", "0"));
    assertThat(config.telegram().token().id()).isEqualTo(new BotId(42));
    assertThat(config.telegram().api()).isEqualTo(URI.create("http://127.0.0.1:8081"));
    assertThat(config.store()).isEqualTo("jdbc:sqlite:other.db");
    assertThat(config.login().tablePrefix().text()).isEqualTo("shop_");
    assertThat(config.http().port()).isZero();
  }

  @Test
  void a_webhook_has_its_url_and_its_secret() throws IOException {
    var config =
        read(
            withProduct(
                """
                telegram:
                  updates: webhook
                  webhook: { url: https://shop.example/telegram, secret: ${WEBHOOK_SECRET} }
                """),
            Map.of("BOT_TOKEN", "42:token-of-it", "WEBHOOK_SECRET", "hush"));
    var webhook = (Updates.Webhook) config.telegram().updates();
    assertThat(webhook.url()).isEqualTo(URI.create("https://shop.example/telegram"));
    assertThat(webhook.secret().matches("hush")).isTrue();
    assertThat(webhook.secret().matches("hush!")).isFalse();
    assertThat(webhook.answersInReply()).isTrue();
  }

  @Test
  void a_webhooks_replies_may_be_left_empty() throws IOException {
    var config =
        read(
            withProduct(
                """
                telegram:
                  updates: webhook
                  webhook: { url: https://s.example/t, secret: hush, answer-in-reply: false }
                """),
            Map.of("BOT_TOKEN", "42:token-of-it"));
    assertThat(((Updates.Webhook) config.telegram().updates()).answersInReply()).isFalse();
  }

  @Test
  void codes_and_files_lie_beside_the_file() throws IOException {
    Files.writeString(folder.resolve("codes.txt"), " A-1 \n\nA-2\nA-1\n");
    Files.writeString(folder.resolve("guide.pdf"), "%PDF");
    var config =
        read(
            """
            products:
              - { id: a, title: A, description: A, stars: 1, deliver: { codes: codes.txt } }
              - { id: b, title: B, description: B, stars: 1, deliver: { file: guide.pdf } }
              - { id: c, title: C, description: C, stars: 1, deliver: { file: "https://a/b.pdf" } }
            """,
            TOKEN);
    var codes = config.offers().get(0).codes().orElseThrow();
    assertThat(CodesFile.read(codes)).containsExactly("A-1", "A-2");
    assertThat(config.offers().get(1).product().delivery())
        .isEqualTo(new Delivery.File(folder.resolve("guide.pdf").toString()));
    assertThat(config.offers().get(2).product().delivery())
        .isEqualTo(new Delivery.File("https://a/b.pdf"));
  }

  @Test
  void a_doubled_dollar_keeps_braces_from_being_a_variable() throws IOException {
    var config =
        read(withProduct("shop: { greeting: 'Costs $${ALL} for ${NAME}' }"), named("NAME", "Ann"));
    assertThat(config.shop().greeting()).hasValue("Costs ${ALL} for Ann");
  }

  @Test
  void the_token_is_never_told() {
    var token = "123456:AAF-secret_secret_secret";
    for (var text :
        new String[] {
          "telegram: { token: '" + token + "!' }",
          "telegram: { " + token + ": 1 }",
          "telegram: { token: [" + token + "] }",
          "http: { port: '" + token + "' }",
          "telegram: { updates: ${BOT_TOKEN} }",
        }) {
      assertThatThrownBy(() -> read(withProduct(text), Map.of("BOT_TOKEN", token + "!")))
          .isInstanceOf(SettingsException.class)
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void every_problem_is_told_at_once_in_the_order_of_the_lines() {
    assertThatThrownBy(
            () -> read("http: { port: x }\nfoo: 1\nproducts:\n  - { id: a }\n", Map.of()))
        .hasMessageContaining(":1: telegram.token is missing")
        .hasMessageContaining(":1: http.port is 'x'")
        .hasMessageContaining(":2: unknown key 'foo'")
        .hasMessageContaining(":4: products[0].title is missing");
  }

  private static Map<String, String> named(String name, String value) {
    return Map.of("BOT_TOKEN", "42:secret-of-the-bot", name, value);
  }

  private static String withProduct(String above) {
    return above
        + "\nproducts: [{ id: a, title: A, description: A, stars: 1, deliver: { text: A } }]\n";
  }

  private Config read(String yaml, Map<String, String> environment) throws IOException {
    return ConfigFile.read(Files.writeString(folder.resolve("startill.yaml"), yaml), environment);
  }
}

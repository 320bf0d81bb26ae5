package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.jdbc.JdbcStore;
import dev.startill.money.Stars;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.Incoming.Said;
import dev.startill.telegram.http.Incoming.Understood;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's lines of Java are the lines of this file, and they sell. */
class ReadmeTest {
  @TempDir Path folder;

  /** What the lines open and a shop never closes, newest first. */
  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  @AfterEach
  void close() throws Exception {
    for (var each : opened) {
      each.close();
    }
  }

  @Test
  void the_lines_of_java_sell() {
    try (var box = Box.open();
        var polling = run(box.url(), "jdbc:sqlite:" + folder.resolve("shop.db"))) {
      var ann = box.buyer("Ann", 1000);
      box.awaitBot();
      ann.pays(ann.asks("/buy"));
      assertThat(ann.awaits("guide.pdf")).contains("ord_");
      assertThat(polling.trouble()).isEmpty();
    }
  }

  @Test
  void the_lines_of_java_are_those_of_the_readme() throws IOException {
    var here =
        Files.readString(
            Project.root()
                .resolve("acceptance/src/test/java/dev/startill/acceptance/ReadmeTest.java"));
    blocks()
        .getFirst()
        .lines()
        .map(String::strip)
        .map(line -> line.replace("URI.create(\"https://api.telegram.org\")", "address"))
        .map(line -> line.replace("System.getenv(\"BOT_TOKEN\")", "Box.TOKEN"))
        .map(line -> line.replace("\"jdbc:sqlite:shop.db\"", "database"))
        .map(line -> line.replaceFirst("^bot\\.poll\\($", "return bot.poll("))
        .forEach(line -> assertThat(here).contains(line));
  }

  @Test
  void the_lines_of_java_compile_as_they_are_printed() throws IOException {
    var source = folder.resolve("Shop.java");
    Files.writeString(
        source,
        "%s class Shop { public static void main(String[] args) { %s } }"
            .formatted(blocks().get(1), blocks().getFirst()));
    var said = new ByteArrayOutputStream();
    var status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                said,
                said,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).as(said.toString(StandardCharsets.UTF_8)).isZero();
  }

  /** What the README has of Java: the lines, then their imports. */
  private static List<String> blocks() throws IOException {
    var readme = Files.readString(Project.root().resolve("README.md"));
    return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
        .matcher(readme)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private Polling run(URI address, String database) {
    var telegram = address;
    var bot = HttpBot.at(telegram, BotToken.of(Box.TOKEN), HttpSettings.defaults());
    var store = JdbcStore.open(database, bot.id());
    var text = new Delivery.Text("Here it is: https://shop.example/guide.pdf (order {order})");
    var guide = new Product(new ProductId("guide"), "Guide", "All of it.", new Stars(50), text);
    var startill = Startill.over(store, bot.telegram()).selling(Catalog.of(guide)).start();
    List.of(bot, store, startill).forEach(opened::push);
    return bot.poll(
        PollingSettings.defaults(),
        incoming -> {
          if (!(incoming instanceof Understood update) || startill.handle(update.update())) {
            return; // a payment: it is on disk, and the goods are on their way
          }
          if (update.word() instanceof Said said && said.text().equals("/buy")) {
            startill.sell(guide.id()).to(said.from()).invoice();
          }
        });
  }
}

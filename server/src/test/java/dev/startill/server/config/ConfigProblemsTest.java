package dev.startill.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startill.port.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about each mistake, word for word. */
class ConfigProblemsTest {
  /** A right file; the rows below spoil one line of it. */
  private static final String RIGHT =
      """
      telegram:
        token: ${TOKEN}
        updates: polling
      store: { url: "jdbc:sqlite:a.db" }
      http: { port: 8080 }
      products:
        - id: guide
          command: buy
          title: Guide
          description: A guide.
          stars: 50
          deliver: { text: "Here." }
        - id: other
          command: more
          title: Other
          description: More.
          stars: 5
          deliver: { text: "There." }
      """;

  @TempDir Path folder;

  static Stream<Row> rows() {
    return Stream.of(
        row(
            "  token: ${TOKEN}",
            "  tokn: ${TOKEN}",
            "startill.yaml:1: telegram.token is missing. Get one from @BotFather and set the"
                + " variable BOT_TOKEN, or write it here.\n"
                + "startill.yaml:2: unknown key 'tokn' in telegram. Did you mean 'token'?"),
        row(
            "token: ${TOKEN}",
            "token: ${NO_TOKEN}",
            "startill.yaml:2: telegram.token reads the variable NO_TOKEN, which is not set. Set it"
                + " before the start: export NO_TOKEN=…"),
        row(
            "token: ${TOKEN}",
            "token: hello",
            "startill.yaml:2: telegram.token does not look like a bot's token. Copy it again from"
                + " @BotFather: a number, a colon, letters and digits."),
        row(
            "updates: polling",
            "updates: pushing",
            "startill.yaml:3: telegram.updates is 'pushing'. Write 'polling' or 'webhook'."),
        row(
            "updates: polling",
            "updates: webhook",
            "startill.yaml:1: telegram.webhook.url is missing. Write where Telegram reaches this"
                + " server, or 'updates: polling'.\n"
                + "startill.yaml:1: telegram.webhook.secret is missing. Write 'secret:"
                + " ${WEBHOOK_SECRET}' and set it to something long."),
        row(
            "updates: polling",
            "updates: webhook\n  webhook: { url: \"http://shop.example/t\", secret: \"a b\" }",
            "startill.yaml:4: telegram.webhook.url is not https. Telegram calls no other: put a TLS"
                + " proxy before us.\n"
                + "startill.yaml:4: telegram.webhook.secret has a character that Telegram does not"
                + " take, or more than 256. Use letters, digits, '_' and '-' alone."),
        row(
            "updates: polling",
            "updates: webhook\n  webhook: { url: \"https://shop.example\", secret: \"ab\" }",
            "startill.yaml:4: telegram.webhook.url has the path '', which is ours. Give it one of"
                + " its own, such as https://shop.example/telegram."),
        row(
            "\"jdbc:sqlite:a.db\"",
            "\"jdbc:oracle:thin:@a\"",
            "startill.yaml:4: store.url names a database that this version does not know. Write"
                + " 'jdbc:sqlite:' and a file's name, such as jdbc:sqlite:startill.db, or"
                + " 'jdbc:postgresql://' or 'jdbc:mariadb://' and where the server is."),
        row(
            "\"jdbc:sqlite:a.db\"",
            "\"jdbc:sqlite:a.db\", migrate: perhaps",
            "startill.yaml:4: store.migrate is 'perhaps'. Write true or false."),
        row(
            "port: 8080",
            "port: 65536",
            "startill.yaml:5: http.port is '65536'. Write a port from 0 (any free) to 65535."),
        row(
            "port: 8080",
            "bind: 300.1.1.1",
            "startill.yaml:5: http.bind is '300.1.1.1', which is no address. Write an address of"
                + " this machine, such as 127.0.0.1, or 0.0.0.0 for all of them."),
        row(
            "http: { port: 8080 }",
            "http: 8080",
            "startill.yaml:5: http must hold keys. Write them as 'key: value', one a line."),
        row(
            "http: { port: 8080 }",
            "reconcile: { every: 60 }",
            "startill.yaml:5: reconcile.every is '60'. Write a time from 1s to 1d, such as 60s or"
                + " 15m."),
        row(
            "http: { port: 8080 }",
            "shop: { greting: Hi }",
            "startill.yaml:5: unknown key 'greting' in shop. Did you mean 'greeting'?"),
        row(
            "http: { port: 8080 }",
            "shop: { provider_token: x, max-tip-amount: 5 }",
            "startill.yaml:5: unknown key 'provider_token' in shop. Stars have no provider, no tips,"
                + " no currency to choose and no shipping: take it away.\n"
                + "startill.yaml:5: unknown key 'max-tip-amount' in shop. Stars have no provider, no"
                + " tips, no currency to choose and no shipping: take it away."),
        row(
            "http: { port: 8080 }",
            "xyzzy: 1",
            "startill.yaml:5: unknown key 'xyzzy'. Known here: telegram, store, http, refunds,"
                + " reconcile, rates, shop, products, node."),
        row(
            "http: { port: 8080 }",
            "node: { id: a b, roles: intake and worker }",
            "startill.yaml:5: node.id is 'a b'. Write 1 to 64 letters, digits, dots, dashes and"
                + " underscores.\n"
                + "startill.yaml:5: node.roles is 'intake and worker'. Write intake, worker, or"
                + " intake,worker."),
        row(
            "command: more",
            "command: buy",
            "startill.yaml:14: products[1].command is 'buy', already the command of another product"
                + " (guide, line 8). Give each its own."),
        row(
            "id: other",
            "id: guide",
            "startill.yaml:13: products[1].id is 'guide', already the id of another product (guide,"
                + " line 7). Give each its own."),
        row(
            "id: other",
            "id: the other",
            "startill.yaml:13: products[1].id is 'the other'. An id has 1 to 60 letters, digits,"
                + " '_' and '-'."),
        row(
            "command: more",
            "command: /More",
            "startill.yaml:14: products[1].command is '/More'. Telegram takes 1 to 32 of a-z, 0-9"
                + " and '_', without the slash."),
        row(
            "command: more",
            "command: paysupport",
            "startill.yaml:14: products[1].command is 'paysupport', which every shop answers"
                + " itself. Choose another; its words are set under 'shop:'."),
        row(
            "title: Other",
            "title: " + "🌟".repeat(33),
            "startill.yaml:15: products[1].title has 33 characters. Telegram shows at most 32:"
                + " shorten it."),
        row(
            "title: Other",
            "title:",
            "startill.yaml:15: products[1].title is empty. Write a value, or take the line away."),
        row(
            "description: More.",
            "description: " + "d".repeat(256),
            "startill.yaml:16: products[1].description has 256 characters. Telegram shows at most"
                + " 255: shorten it."),
        row(
            "description: More.",
            "description: [a, b]",
            "startill.yaml:16: products[1].description must be one value. Write it as"
                + " 'description: value'."),
        stars("0"),
        stars("-1"),
        stars("100001"),
        stars("1.5"),
        stars("fifty"),
        stars("99999999999999999999"),
        row(
            "    stars: 5\n",
            "",
            "startill.yaml:13: products[1].stars is missing. Write 'stars: 50'."),
        row(
            "{ text: \"There.\" }",
            "{ txt: There }",
            "startill.yaml:18: unknown key 'txt' in products[1].deliver. Did you mean 'text'?\n"
                + "startill.yaml:18: products[1].deliver names no kind. Write one of text, file,"
                + " codes."),
        row(
            "{ text: \"There.\" }",
            "{ text: a, file: https://a.example }",
            "startill.yaml:18: products[1].deliver names more than one kind. Write one of text,"
                + " file, codes."),
        row(
            "{ text: \"There.\" }",
            "{ handler: grant }",
            "startill.yaml:18: products[1].deliver.handler is for those who use Startill as a"
                + " library: the server has no Java handlers. Write one of text, file, codes."),
        row(
            "{ text: \"There.\" }",
            "{ codes: none.txt }",
            "startill.yaml:18: products[1].deliver.codes is 'none.txt', but FOLDER/none.txt is no"
                + " file that we may read. A path is meant from where this file lies."),
        row(
            "{ text: \"There.\" }",
            "{ codes: empty.txt }",
            "startill.yaml:18: products[1].deliver.codes is an empty file. Write the codes into it,"
                + " one a line."),
        row(
            "{ text: \"There.\" }",
            "{ codes: long.txt }",
            "FOLDER/long.txt:2: this code has more than 3900 characters. It fits into no message:"
                + " shorten it, or deliver a file."),
        row(
            "\"There.\"",
            "\"" + "x".repeat(4067) + "{order}\"",
            "startill.yaml:18: products[1].deliver.text has 4097 characters once {order} and"
                + " {buyer} are filled in. Telegram takes 4096 in one message, an emoji being two or"
                + " more: shorten it."),
        row(
            "\"There.\"",
            "\"" + "x".repeat(4077) + "{buyer}\"",
            "startill.yaml:18: products[1].deliver.text has 4097 characters once {order} and"
                + " {buyer} are filled in. Telegram takes 4096 in one message, an emoji being two or"
                + " more: shorten it."),
        row(
            "title: Other",
            "title: Other\n    title: Again",
            "startill.yaml:16: products[1].title stands twice. Take this one away, or the one in"
                + " line 15."),
        row(
            "title: Other",
            "title: *here",
            "startill.yaml:15: has an alias (*). Write the value itself."),
        row(
            "title: Other",
            "title: \"Other",
            "startill.yaml:18: is not YAML: expected <block end>, but found '<scalar>'. Look at this"
                + " line and the one above it."));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void a_mistake_is_told_with_its_line_and_its_remedy(Row row) throws IOException {
    assertThat(RIGHT).contains(row.right());
    Files.writeString(folder.resolve("empty.txt"), " \n\n");
    Files.writeString(
        folder.resolve("long.txt"), "a".repeat(3900) + "\n" + "b".repeat(3901) + "\nc\n");
    assertThat(problemsOf(RIGHT.replace(row.right(), row.wrong()).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(row.told());
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    assertThat(problemsOf(folder.resolve("startill.yaml")))
        .isEqualTo(
            "startill.yaml: there is no such file. Write one, or name another with '--config"
                + " FILE'.");
  }

  @Test
  void where_the_demo_was_run_its_file_is_told_too() throws IOException {
    Files.createDirectory(folder.resolve("demo-data"));
    Files.writeString(folder.resolve("demo-data").resolve("startill.yaml"), RIGHT);
    assertThat(problemsOf(folder.resolve("startill.yaml")))
        .endsWith("FILE'. The demo's is '--config demo-data/startill.yaml'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "\uFEFF"})
  void an_empty_file_is_told(String yaml) throws IOException {
    assertThat(problemsOf(yaml.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(
            "startill.yaml: is empty. It needs at least 'telegram:' with a token, and"
                + " 'products:'.");
  }

  @Test
  void bytes_that_are_not_utf_8_are_told_with_their_line() throws IOException {
    assertThat(problemsOf("a: 1\nb: \u00e4\n".getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo("startill.yaml:2: is not UTF-8 here. Save it as UTF-8.");
  }

  @Test
  void characters_that_yaml_does_not_know_are_told() throws IOException {
    assertThat(problemsOf("a: 1\nb: \u0001\n".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("startill.yaml:2: has the character U+0001. Take it away.");
  }

  @Test
  void a_file_that_is_nested_without_end_is_told() throws IOException {
    assertThat(problemsOf("[".repeat(100_000).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("startill.yaml:1: is nested too deeply. Nothing here goes so deep.");
  }

  @Test
  void a_list_instead_of_keys_is_told() throws IOException {
    assertThat(problemsOf("- a\n".getBytes(StandardCharsets.UTF_8)))
        .contains("startill.yaml:1: the file must hold keys.");
  }

  private static Row stars(String written) {
    return row(
        "stars: 5\n",
        "stars: " + written + "\n",
        "startill.yaml:17: products[1].stars is '%s'. Write a whole number from 1 to 100000."
            .formatted(written));
  }

  private static Row row(String right, String wrong, String told) {
    return new Row(right, wrong, told);
  }

  private String problemsOf(byte[] yaml) throws IOException {
    return problemsOf(Files.write(folder.resolve("startill.yaml"), yaml));
  }

  private String problemsOf(Path file) {
    var thrown =
        catchThrowableOfType(
            SettingsException.class,
            () -> ConfigFile.read(file, Map.of("TOKEN", "42:secret-of-the-bot")));
    return String.valueOf(thrown.getMessage())
        .replace(folder.toString(), "FOLDER")
        .replace("FOLDER/startill", "startill");
  }

  record Row(String right, String wrong, String told) {}
}

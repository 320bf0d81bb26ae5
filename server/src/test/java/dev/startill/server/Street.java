package dev.startill.server;

import dev.startill.jdbc.JdbcStore;
import dev.startill.payment.CaseReason;
import dev.startill.port.Store;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.server.cli.Console;
import dev.startill.server.config.ConfigFile;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A shop on a real SQLite file, its pretend Telegram, and an operator who types commands; the
 * server may run or not. For one thread.
 */
final class Street implements AutoCloseable {
  private static final String TOKEN = "123456:the_bot_of_this_street";

  private final Path folder;
  private final Sandbox telegram;
  private final Path config;

  Street(Path folder) {
    this(folder, "", Duration.ZERO);
  }

  /**
   * Another shop.
   *
   * @param more of its file
   * @param behind how far Telegram's clock is behind ours: what is bought was bought long ago
   */
  Street(Path folder, String more, Duration behind) {
    this.folder = folder;
    var clock = InstantSource.system();
    this.telegram =
        Sandbox.builder().local(true).clock(() -> clock.instant().minus(behind)).start();
    try {
      this.config = Files.writeString(folder.resolve("startill.yaml"), yaml() + more);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sandbox telegram() {
    return telegram;
  }

  Path folder() {
    return folder;
  }

  /** The server, introduced to Telegram. */
  ShopServer serves() {
    var read = ConfigFile.read(config, Map.of());
    var server = new ShopServer(read, World.real(read.store()));
    try {
      server.awaitIntroduction();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return server;
  }

  /** A guide is bought and handed over while a server runs for a moment. */
  String sold() {
    var server = serves();
    try {
      return buys();
    } finally {
      server.close();
    }
  }

  /** The same while a server runs anyway. */
  String buys() {
    return buys(telegram.buyer("Ann").withStars(100));
  }

  String buys(Buyer buyer) {
    buyer.sends("/buy");
    var charge = buyer.pays().charge();
    buyer.reads("guide.pdf");
    return charge;
  }

  /** Other code with the same token asks for these kinds of updates alone. */
  void allows(String kind) {
    asks("getUpdates", "{\"allowed_updates\":[\"%s\"],\"timeout\":0}".formatted(kind));
  }

  /** Other code with the same token. */
  HttpBot bot() {
    return HttpBot.at(telegram.url(), BotToken.of(TOKEN), HttpSettings.defaults());
  }

  /** Other code with the same token calls a method. */
  void asks(String method, String body) {
    var call = URI.create(telegram.url() + "/bot" + TOKEN + "/" + method);
    try (var client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(call)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      client.send(request, BodyHandlers.discarding());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Something that is about no order needs a person. */
  void raises(CaseReason reason) {
    var read = ConfigFile.read(config, Map.of());
    try (var store = JdbcStore.open(read.store(), read.telegram().token().id())) {
      store.inTransaction(
          Store.Lane.ROUTINE, work -> work.raise(reason, "a test says so", Instant.EPOCH));
    }
  }

  /** Types a command. */
  Said types(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(printer(out), printer(err), false);
    var arguments = new ArrayList<>(List.of(words));
    arguments.add("--config=" + config);
    var status = Main.run(arguments, console, Map.of());
    return new Said(status, text(out), text(err));
  }

  @Override
  public void close() {
    telegram.close();
  }

  /** What a command said, and how it ended. */
  record Said(int status, String out, String err) {
    JsonNode json() {
      return JsonMapper.shared().readTree(out);
    }
  }

  private String yaml() {
    return """
        telegram:
          token: %s
          api-url: %s
          limits: { per-second: 0, per-chat-per-second: 0 }
        store: { url: "jdbc:sqlite:%s" }
        http: { port: 0 }
        products:
          - id: guide
            command: buy
            title: The Guide
            description: A guide.
            stars: 50
            deliver: { text: "Here: https://shop.example/guide.pdf" }
        """
        .formatted(TOKEN, telegram.url(), folder.resolve("startill.db"));
  }

  private static PrintStream printer(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}

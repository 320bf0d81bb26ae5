package dev.startill.server;

import dev.startill.catalog.Delivery;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.money.Stars;
import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import dev.startill.server.cli.Options;
import dev.startill.server.config.Config;
import dev.startill.server.config.Config.Offer;
import dev.startill.server.config.Config.Shop;
import dev.startill.server.config.Rates;
import dev.startill.settings.Reconciling;
import dev.startill.settings.Refunds;
import dev.startill.telegram.http.BotToken;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code demo}: a pretend Telegram, the server and a shop, in one process. */
final class Demo implements AutoCloseable {
  static final int PORT = 8080;
  static final int SANDBOX_PORT = 8081;

  /** Opens nothing but the sandbox. */
  private static final BotToken TOKEN = BotToken.of("7000000001:demo_token_for_the_sandbox_alone");

  /** The sandbox and its chat can take what Telegram could not. */
  private static final int NO_LIMIT = 0;

  private static final List<String> CODES =
      List.of("DEMO-AURORA-1", "DEMO-BOREAL-2", "DEMO-COMET-3", "DEMO-DUSK-4", "DEMO-ECLIPSE-5");

  private final Sandbox sandbox;
  private final ShopServer server;

  Demo(int port, int sandboxPort, Path folder) {
    var codes = prepare(folder);
    this.sandbox =
        Ports.opened(
            () -> Sandbox.builder().port(sandboxPort).local(true).data(folder).start(),
            "--sandbox-port");
    try {
      var store = "jdbc:sqlite:" + folder.resolve("startill.db");
      var world =
          new World(
              sandbox.clock(),
              new SecureRandom(),
              KeyPlace.beside(store),
              "Choose another with --port.");
      this.server = new ShopServer(config(sandbox.url(), store, port, codes), world);
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  static void run(List<String> arguments) {
    var options = Options.of(arguments, Set.of("--port", "--sandbox-port", "--data"), Set.of());
    var folder = Path.of(options.text("--data", "demo-data")).toAbsolutePath().normalize();
    var demo =
        new Demo(
            options.port("--port", PORT), options.port("--sandbox-port", SANDBOX_PORT), folder);
    demo.awaitReady();
    System.out.printf(
        """
        The demo is ready after %s.

          Chat     %s   type /buy and pay with pretend Stars
          Server   %s   each order and what became of it
          Data     %s

        Ctrl-C stops both.
        """,
        Running.age(), demo.sandbox.url(), demo.page(), folder);
    Running.until(demo::close);
  }

  /** The server's page, with its key. */
  String page() {
    return server.key().addressOn(server.url().toString());
  }

  URI sandboxUrl() {
    return sandbox.url();
  }

  void awaitReady() {
    try {
      server.awaitIntroduction();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.close();
    sandbox.close();
  }

  private static Path prepare(Path folder) {
    var codes = folder.resolve("codes.txt");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(codes)) {
        Files.write(codes, CODES);
      }
      return codes;
    } catch (IOException e) {
      throw new SettingsException(
          "Nothing can be written to %s (%s). Choose another folder with --data."
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  private static Config config(URI api, String store, int port, Path codes) {
    var guide =
        new Product(
            new ProductId("premium-guide"),
            "Premium PDF Guide",
            "A complete PDF guide on integrating payment APIs into bots.",
            new Stars(50),
            new Delivery.Text(
                "Here is your download link: https://shop.example/guide.pdf (order {order})"));
    var voucher =
        new Product(
            new ProductId("voucher"),
            "Coffee Voucher",
            "One of five codes. When they are gone, they are gone.",
            new Stars(15),
            new Delivery.Code());
    return new Config(
        new Config.Telegram(TOKEN, api, new Config.Updates.Polling(), NO_LIMIT, NO_LIMIT),
        store,
        new Config.Http(port, "127.0.0.1"),
        Refunds.defaults(),
        Reconciling.defaults(),
        Rates.DEFAULT,
        new Shop(
            Optional.of("Welcome to the demo shop. Your Stars here are pretend ones: enjoy!"),
            Optional.empty(),
            Optional.empty()),
        List.of(
            new Offer(guide, Optional.of("buy"), Optional.empty()),
            new Offer(voucher, Optional.of("voucher"), Optional.of(codes))));
  }
}

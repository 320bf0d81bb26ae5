package dev.startill.server;

import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Telegram;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Texts;
import dev.startill.server.config.ConfigFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code demo}: a pretend Telegram, the server and a shop, in one process. */
final class Demo implements AutoCloseable {
  static final int PORT = 8080;
  static final int SANDBOX_PORT = 8081;

  private static final List<String> CODES =
      List.of("DEMO-AURORA-1", "DEMO-BOREAL-2", "DEMO-COMET-3", "DEMO-DUSK-4", "DEMO-ECLIPSE-5");

  private final Sandbox sandbox;
  private final ShopServer server;

  Demo(int port, int sandboxPort, Path folder) {
    prepare(folder);
    this.sandbox =
        Ports.opened(
            () -> Sandbox.builder().port(sandboxPort).local(true).data(folder).start(),
            "--sandbox-port");
    try {
      var config = ConfigFile.read(write(folder, sandbox.url(), port), Map.of());
      var world =
          new World(
              sandbox.clock(),
              new SecureRandom(),
              KeyPlace.beside(store(folder)),
              "Choose another with --port.");
      this.server = new ShopServer(config, world);
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
          Tools    ./startill doctor --config %s
                   (likewise reconcile, refund, cases, outbox, verify, report, export)

        Ctrl-C stops both.
        """,
        Running.age(), demo.sandbox.url(), demo.page(), folder, folder.resolve("startill.yaml"));
    Running.until(demo::close);
  }

  /** The server's page, with its key. */
  String page() {
    return server.key().addressOn(server.url().toString());
  }

  /** Where its buyers are. */
  Telegram telegram() {
    return sandbox;
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

  private static String store(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("startill.db");
  }

  /** Its codes, if there are none yet. */
  static void prepare(Path folder) {
    var codes = folder.resolve("codes.txt");
    try {
      Files.createDirectories(folder);
      if (!Files.exists(codes)) {
        Files.write(codes, CODES);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Its shop is a file like anybody's, so that the operator's tools work on it as well. */
  static Path write(Path folder, URI api, int port) {
    var file = folder.resolve("startill.yaml");
    var yaml =
        Texts.read("demo.yaml")
            .replace("{file}", file.toString())
            .replace("{api}", api.toString())
            .replace("{store}", "'" + store(folder).replace("'", "''") + "'")
            .replace("{port}", Integer.toString(port));
    try {
      return Files.writeString(file, yaml);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private static SettingsException unwritable(Path folder, IOException e) {
    return new SettingsException(
        "Nothing can be written to %s (%s). Choose another folder with --data."
            .formatted(folder, e.getClass().getSimpleName()));
  }
}

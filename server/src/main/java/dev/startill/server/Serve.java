package dev.startill.server;

import dev.startill.server.cli.Options;
import dev.startill.server.config.ConfigFile;
import dev.startill.server.config.Role;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** {@code serve}: the server, for real. */
final class Serve {
  private Serve() {}

  static void run(List<String> arguments) {
    var server = open(arguments, System.getenv());
    System.out.println("Startill serves at " + server.url() + " after " + Running.age() + ".");
    System.out.println(
        server.key().isNew()
            ? "The operator's page: " + server.key().addressOn(server.url().toString())
            : "The operator's page: " + server.url() + "/?key=… (" + server.key().file() + ")");
    Running.until(server::close);
  }

  /**
   * The server that these arguments of the command ask for; it listens already.
   *
   * @param environment whose variables stand above what the file says
   */
  static ShopServer open(List<String> arguments, Map<String, String> environment) {
    var options = Options.of(arguments, Set.of("--config", "--roles"), Set.of());
    var file = Path.of(options.text("--config", "startill.yaml"));
    var written = ConfigFile.read(file, environment);
    var config = options.value("--roles", Role::list).map(written::doing).orElse(written);
    readTrust(config.telegram().api());
    return new ShopServer(config, World.real(config.store()));
  }

  /** Whom to trust is read while the store is opened: either takes a tenth of a second or two. */
  private static void readTrust(URI api) {
    if ("https".equalsIgnoreCase(api.getScheme())) {
      Thread.ofPlatform().daemon().name("startill-trust").start(SSLSocketFactory::getDefault);
    }
  }
}

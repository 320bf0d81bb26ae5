package dev.startill.server;

import dev.startill.server.cli.Options;
import dev.startill.server.config.ConfigFile;
import dev.startill.server.config.Role;
import dev.startill.server.web.Web;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;

/** {@code serve}: the server, for real. */
final class Serve {
  private Serve() {}

  static void run(List<String> arguments) {
    beside("startill-web", Web::prepare);
    var options = Options.of(arguments, Set.of("--config", "--roles"), Set.of());
    var file = Path.of(options.text("--config", "startill.yaml"));
    var written = ConfigFile.read(file, System.getenv());
    var config = options.value("--roles", Role::list).map(written::doing).orElse(written);
    readTrust(config.telegram().api());
    var server = new ShopServer(config, World.real(config.store()));
    System.out.println("Startill serves at " + server.url() + " after " + Running.age() + ".");
    System.out.println(
        server.key().isNew()
            ? "The operator's page: " + server.key().addressOn(server.url().toString())
            : "The operator's page: " + server.url() + "/?key=… (" + server.key().file() + ")");
    Running.until(server::close);
  }

  /** Whom to trust is read while the store is opened: either takes a tenth of a second or two. */
  private static void readTrust(URI api) {
    if ("https".equalsIgnoreCase(api.getScheme())) {
      beside("startill-trust", SSLSocketFactory::getDefault);
    }
  }

  private static void beside(String name, Runnable preparation) {
    Thread.ofPlatform().daemon().name(name).start(preparation);
  }
}

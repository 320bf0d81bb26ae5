package dev.startill.server;

import dev.startill.port.SettingsException;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.state.FolderTaken;
import dev.startill.sandbox.state.StateUnreadable;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Texts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGeneratorFactory;

/** {@code sandbox}: the pretend Telegram alone. */
final class SandboxAlone {
  private static final Set<String> VALUED = Set.of("--port", "--bind", "--data", "--seed");
  private static final Set<String> FLAGS = Set.of("--strict-tokens", "--local");

  private static final String EASY =
      "Any NUMBER:LETTERS is a token here, such as 123456:any-letters.";
  private static final String STRICT =
      "It knows only bots that you make: POST /sandbox/bots {\"token\":\"123456:any-letters\"}.";

  private SandboxAlone() {}

  static void run(List<String> arguments) {
    var options = Options.of(arguments, VALUED, FLAGS);
    var folder = Optional.of(options.text("--data", "")).filter(name -> !name.isEmpty());
    var wishes = wishes(options);
    folder.map(SandboxAlone::writable).ifPresent(wishes::data);
    var sandbox = started(wishes);
    System.out.print(welcome(sandbox, folder, options.has("--strict-tokens")));
    Running.until(sandbox::close);
  }

  private static Sandbox started(Sandbox.Builder wishes) {
    try {
      return wishes.start();
    } catch (IllegalStateException e) {
      throw new SettingsException(e.getMessage() + " They are --port and --bind.");
    } catch (FolderTaken | StateUnreadable e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    }
  }

  private static Sandbox.Builder wishes(Options options) {
    var wishes =
        Sandbox.builder()
            .port(options.port("--port", Demo.SANDBOX_PORT))
            .bind(options.text("--bind", "127.0.0.1"))
            .strictTokens(options.has("--strict-tokens"))
            .local(options.has("--local"));
    if (options.has("--seed")) {
      var seed = options.number("--seed");
      wishes.chance(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
    }
    return wishes;
  }

  /** Found out now, and not when the first chat is lost. */
  private static Path writable(String name) {
    var folder = Path.of(name).toAbsolutePath().normalize();
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, "startill", ".probe"));
      return folder;
    } catch (IOException e) {
      throw new SettingsException(
          "Nothing can be written to %s (%s). Choose another folder with --data."
              .formatted(folder, e.getClass().getSimpleName()));
    }
  }

  /** A name with an underscore is no host to a URI. */
  static String host(URI url) {
    return url.getAuthority().replaceFirst(":\\d+$", "");
  }

  private static String welcome(Sandbox sandbox, Optional<String> folder, boolean strict) {
    return Texts.read("sandbox-welcome.txt")
        .replace("{url}", sandbox.url().toString())
        .replace("{host}", host(sandbox.url()))
        .replace("{port}", Integer.toString(sandbox.port()))
        .replace("{tokens}", strict ? STRICT : EASY)
        .replace("{age}", Running.age())
        .replace("{fate}", folder.map(name -> "is kept in " + name).orElse("is forgotten then"));
  }
}

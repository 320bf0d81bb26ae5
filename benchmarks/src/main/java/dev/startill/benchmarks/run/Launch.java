package dev.startill.benchmarks.run;

import dev.startill.benchmarks.run.Stall.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Starts Startill as a user does, with the launcher's own options for the JVM.
 *
 * @param launcher the program {@code startill}
 */
record Launch(Path launcher) implements Contestant.Opener {
  /** As it says itself. */
  String version() throws IOException {
    var asked = new ProcessBuilder(launcher.toString(), "--version").start();
    try (var said = asked.getInputStream()) {
      var words = new String(said.readAllBytes(), StandardCharsets.UTF_8).strip();
      return words.substring(words.lastIndexOf(' ') + 1);
    }
  }

  /** Serves one product at this stall. */
  @Override
  public ProcessBuilder open(Stall stall) throws IOException {
    var config = stall.folder().resolve("startill.yaml");
    Files.writeString(config, config(stall));
    return new ProcessBuilder(launcher.toString(), "serve", "--config", config.toString());
  }

  /** Checks every book of the stall. */
  @Override
  public Optional<ProcessBuilder> audit(Stall stall) {
    var config = stall.folder().resolve("startill.yaml");
    return Optional.of(
        new ProcessBuilder(launcher.toString(), "verify", "--config", config.toString()));
  }

  private static String config(Stall stall) {
    var webhook =
        stall.updates() == Mode.WEBHOOK
            ? "  webhook: { url: \"%s\", secret: \"%s\" }\n"
                .formatted(stall.webhook(), Stall.SECRET)
            : "";
    return """
        telegram:
          token: "%s"
          api-url: %s
          updates: %s
        %s  limits: { per-second: 0, per-chat-per-second: 0 }
        store: { url: "%s" }
        http: { port: %d }
        products:
          - id: premium-guide
            command: buy
            title: Premium PDF Guide
            description: A complete PDF guide on integrating payment APIs into bots.
            stars: 50
            deliver: { text: "Here it is: https://shop.example/guide.pdf (order {order})" }
        """
        .formatted(Stall.TOKEN, stall.api(), stall.updates(), webhook, stall.store(), stall.port());
  }
}

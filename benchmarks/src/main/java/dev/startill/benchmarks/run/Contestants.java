package dev.startill.benchmarks.run;

import dev.startill.benchmarks.floor.Floor;
import dev.startill.benchmarks.run.Contestant.Kind;
import dev.startill.benchmarks.run.Stall.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All bots that are measured, and how each is started. */
final class Contestants {
  private static final Set<Mode> BOTH = EnumSet.allOf(Mode.class);

  private final Path root;
  private final Path built;
  private final Map<String, String> versions;

  /**
   * What can be started here.
   *
   * @param root the project's folder
   * @param versions of the libraries, by name
   */
  Contestants(Path root, Map<String, String> versions) {
    this.root = root;
    this.built = root.resolve("benchmarks/target/peers");
    this.versions = versions;
  }

  /** Ours first, the floor last. */
  List<Contestant> all() {
    return List.of(
        new Contestant("Startill", version("startill"), BOTH, Kind.OURS, this::startill),
        peer("telegraf", stall -> node("telegraf.mjs", stall)),
        peer("grammY", stall -> node("grammy.mjs", stall)),
        peer("pengrad", stall -> java("pengrad", stall)),
        peer("telegrambots", stall -> java("telegrambots", stall)),
        new Contestant("the floor", "", BOTH, Kind.FLOOR, this::floor));
  }

  private Contestant peer(String name, Contestant.Opener opener) {
    return new Contestant(name, version(name), BOTH, Kind.PEER, opener);
  }

  private String version(String name) {
    return versions.getOrDefault(name, "");
  }

  /** As a user starts it. */
  private ProcessBuilder startill(Stall stall) throws IOException {
    var config = stall.folder().resolve("startill.yaml");
    var webhook =
        stall.updates() == Mode.WEBHOOK
            ? "  webhook: { url: \"%s\", secret: \"%s\" }\n".formatted(stall.webhook(), Stall.SECRET)
            : "";
    Files.writeString(
        config,
        """
        telegram:
          token: "%s"
          api-url: %s
          updates: %s
        %s  limits: { per-second: 0, per-chat-per-second: 0 }
        store: { url: "jdbc:sqlite:%s" }
        http: { port: %d }
        products:
          - id: premium-guide
            command: buy
            title: Premium PDF Guide
            description: A complete PDF guide on integrating payment APIs into bots.
            stars: 50
            deliver: { text: "Here it is: https://shop.example/guide.pdf (order {order})" }
        """
            .formatted(
                Stall.TOKEN,
                stall.api(),
                stall.updates(),
                webhook,
                stall.folder().resolve("shop.db"),
                stall.port()));
    return new ProcessBuilder(
        root.resolve("startill").toString(), "serve", "--config", config.toString());
  }

  private ProcessBuilder node(String script, Stall stall) {
    var folder = built.resolve("npm");
    var node = folder.resolve("node_modules/.bin/node");
    return told(new ProcessBuilder(node.toString(), folder.resolve(script).toString()), stall);
  }

  private ProcessBuilder java(String peer, Stall stall) {
    var jars = root.resolve("benchmarks/peers/" + peer + "/target");
    return told(
        new ProcessBuilder(
            javaProgram(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            jars.resolve("shop.jar") + ":" + jars.resolve("lib") + "/*",
            "dev.startill.benchmarks." + peer + ".Shop"),
        stall);
  }

  private ProcessBuilder floor(Stall stall) {
    return told(
        new ProcessBuilder(
            javaProgram(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName()),
        stall);
  }

  private static ProcessBuilder told(ProcessBuilder builder, Stall stall) {
    builder
        .environment()
        .putAll(
            Map.of(
                "BOT_TOKEN", Stall.TOKEN,
                "API_ROOT", stall.api().toString(),
                "UPDATES", stall.updates().toString(),
                "WEBHOOK_URL", stall.webhook().toString(),
                "WEBHOOK_PORT", Integer.toString(stall.port()),
                "WEBHOOK_SECRET", Stall.SECRET,
                "DATA", stall.folder().toString()));
    builder.directory(stall.folder().toFile());
    return builder;
  }

  private static String javaProgram() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}

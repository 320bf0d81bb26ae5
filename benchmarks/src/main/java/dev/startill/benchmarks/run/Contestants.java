package dev.startill.benchmarks.run;

import dev.startill.benchmarks.floor.Floor;
import dev.startill.benchmarks.run.Contestant.Kind;
import dev.startill.benchmarks.run.Contestant.Needs;
import dev.startill.benchmarks.run.Stall.Mode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All bots that are measured, and how each is started. */
final class Contestants {
  /** As users begin: one process, SQLite. */
  static final String STARTILL = "Startill";

  static final String ON_POSTGRESQL = "Startill on PostgreSQL";
  static final String ON_MARIADB = "Startill on MariaDB";

  private static final Set<Mode> BOTH = EnumSet.allOf(Mode.class);

  /** Its webhooks are a library of their own, which could not be had where this was written. */
  private static final Set<Mode> POLLING = EnumSet.of(Mode.POLLING);

  private final Path npm;
  private final Path peers;
  private final Launch startill;
  private final int nodes;

  /**
   * What can be started here.
   *
   * @param root the project's folder
   * @param launcher that starts Startill
   * @param nodes how many share a database, where several do
   */
  Contestants(Path root, Path launcher, int nodes) {
    this.nodes = nodes;
    this.npm = root.resolve("benchmarks/target/peers/npm");
    this.peers = root.resolve("benchmarks/peers");
    this.startill = new Launch(launcher);
  }

  /** Ours first, the floor last; peers that are not installed are missing. */
  List<Contestant> all() throws IOException {
    var modules = npm.resolve("node_modules");
    var pengrad = Versions.jar(lib("pengrad"), "java-telegram-bot-api");
    var telegrambots = Versions.jar(lib("telegrambots"), "telegrambots-client");
    return Stream.of(
            Optional.of(ours(STARTILL, startill.version(), Needs.of(1, Books.Kind.FILE))),
            Optional.of(ours(ON_POSTGRESQL, "", Needs.of(1, Books.Kind.POSTGRESQL))),
            Optional.of(ours(severalOnPostgresql(), "", Needs.of(nodes, Books.Kind.POSTGRESQL))),
            Optional.of(ours(ON_MARIADB, "", Needs.of(1, Books.Kind.MARIADB))),
            node("telegraf", Versions.npm(modules, "telegraf")),
            node("grammY", Versions.npm(modules, "grammy")),
            java("pengrad", pengrad, BOTH),
            java("telegrambots", telegrambots, POLLING),
            Optional.of(
                new Contestant("floor", "", BOTH, Kind.FLOOR, Needs.LITTLE, Contestants::floor)))
        .flatMap(Optional::stream)
        .toList();
  }

  private Contestant ours(String name, String version, Needs needs) {
    return new Contestant(name, version, BOTH, Kind.OURS, needs, startill);
  }

  /** The one of that name. */
  Contestant named(String name) throws IOException {
    return all().stream()
        .filter(bot -> bot.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No bot here is called " + name + "."));
  }

  /** The name of several nodes. */
  String severalOnPostgresql() {
    return nodes + " nodes on PostgreSQL";
  }

  /** What Node runs the shops on its libraries. */
  Optional<String> node() throws IOException {
    return Versions.npm(npm.resolve("node_modules"), "node");
  }

  private Optional<Contestant> node(String name, Optional<String> version) {
    return version.map(
        known ->
            new Contestant(name, known, BOTH, Kind.PEER, Needs.LITTLE, stall -> node(name, stall)));
  }

  private Optional<Contestant> java(String name, Optional<String> version, Set<Mode> modes) {
    return version.map(
        known ->
            new Contestant(name, known, modes, Kind.PEER, Needs.TIME, stall -> java(name, stall)));
  }

  private ProcessBuilder node(String peer, Stall stall) {
    var script = npm.resolve(peer.toLowerCase(Locale.ROOT) + ".mjs");
    var node = npm.resolve("node_modules/.bin/node");
    return told(new ProcessBuilder(node.toString(), script.toString()), stall);
  }

  private ProcessBuilder java(String peer, Stall stall) {
    var classes = lib(peer).resolveSibling("shop.jar") + ":" + lib(peer) + "/*";
    return told(
        new ProcessBuilder(
            javaProgram(),
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classes,
            "dev.startill.benchmarks." + peer + ".Shop"),
        stall);
  }

  private static ProcessBuilder floor(Stall stall) {
    return told(
        new ProcessBuilder(
            javaProgram(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Floor.class.getName()),
        stall);
  }

  private Path lib(String peer) {
    return peers.resolve(peer).resolve("target/lib");
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

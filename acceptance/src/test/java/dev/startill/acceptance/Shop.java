package dev.startill.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a process of its own, as an operator would run it: it can be killed for real. */
final class Shop implements AutoCloseable {
  /** One that it listens at; where its Telegram listens, it may have said before. */
  private static final Pattern ADDRESS =
      Pattern.compile("(?<!sells at )http://127\\.0\\.0\\.1:(\\d+)");

  private final Path folder;
  private final List<String> command;
  private final Path output;
  private final Database database;
  private Process process;

  private Shop(Path folder, List<String> arguments, Database database) {
    this.folder = folder;
    this.database = database;
    this.output = folder.resolve("output.txt");
    this.command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m", "-XX:TieredStopAtLevel=1"));
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("dev.startill.server.Main");
    command.addAll(arguments);
    this.process = launch();
  }

  /** {@code serve} with this file; returns once it is healthy. */
  static Shop serving(Path folder, String yaml) {
    return serving(folder, yaml, file(folder));
  }

  /** The same with its books in that database, whatever the file says. */
  static Shop serving(Path folder, String yaml, Database database) {
    try {
      var file = Files.writeString(folder.resolve("startill.yaml"), Yaml.keptIn(database, yaml));
      var shop = new Shop(folder, List.of("serve", "--config", file.toString()), database);
      shop.awaitHealth();
      return shop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code demo} on free ports; returns once it has printed its addresses. */
  static Shop demo(Path folder) {
    var shop =
        running(folder, "demo", "--port", "0", "--sandbox-port", "0", "--data", folder.toString());
    Until.holds("the demo is ready", () -> shop.said().contains("Ctrl-C"));
    return shop;
  }

  /** Any command, in this folder; whether it comes up is for the story to see. */
  static Shop running(Path folder, String... arguments) {
    return new Shop(folder, List.of(arguments), file(folder));
  }

  /** The demo's chat page, which is its pretend Telegram too. */
  URI chat() {
    var found = Pattern.compile("Chat +(http://\\S+)").matcher(said());
    if (!found.find()) {
      throw new AssertionError("No chat in: " + said());
    }
    return URI.create(found.group(1));
  }

  /** What {@code /health} answers; status 0 while nothing listens. */
  Json.Answer health() {
    try {
      return addresses().isEmpty()
          ? new Json.Answer(0, "")
          : Json.send(HttpRequest.newBuilder(addresses().getFirst().resolve("/health")).build());
    } catch (UncheckedIOException e) {
      return new Json.Answer(0, "");
    }
  }

  /** The addresses that it printed since its last start, in their order. */
  List<URI> addresses() {
    return ADDRESS.matcher(said()).results().map(found -> URI.create(found.group())).toList();
  }

  /** The operator's page with its key, as printed at the first start. */
  URI page() {
    var found = Pattern.compile("http://\\S+\\?key=[\\w-]+").matcher(said());
    if (!found.find()) {
      throw new AssertionError("No page in: " + said());
    }
    return URI.create(found.group());
  }

  /** SIGKILL. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGKILL, and so much time until the next start that nothing waits for the dead. */
  void killAndForget() {
    kill();
    database.forgetTheDead();
  }

  /** SIGSTOP: it lives, and does nothing at all. */
  void freeze() {
    signal("-STOP");
  }

  /** SIGCONT: it goes on as if no time had passed. */
  void thaw() {
    signal("-CONT");
  }

  private void signal(String name) {
    try {
      var sent = new ProcessBuilder("kill", name, Long.toString(process.pid())).start();
      if (sent.waitFor() != 0) {
        throw new AssertionError("The signal %s was not sent.".formatted(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** SIGTERM; how long it took, in milliseconds. */
  long stop() {
    var begun = System.nanoTime();
    process.destroy();
    awaitEnd();
    return (System.nanoTime() - begun) / 1_000_000;
  }

  void startAgain() {
    process = launch();
    awaitHealth();
  }

  String said() {
    try {
      return Files.exists(output) ? Files.readString(output) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path folder() {
    return folder;
  }

  Database database() {
    return database;
  }

  private static Database file(Path folder) {
    return Database.in(folder.resolve("startill.db"));
  }

  @Override
  public void close() {
    kill();
  }

  private void awaitHealth() {
    try {
      Until.holds("the server is healthy", this::isHealthy);
    } catch (AssertionError e) {
      throw new AssertionError("%s: %s%n%s".formatted(e.getMessage(), health(), said()), e);
    }
  }

  private boolean isHealthy() {
    if (!process.isAlive()) {
      throw new AssertionError("The server ended");
    }
    return health().status() == 200;
  }

  private Process launch() {
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().keySet().removeIf(name -> name.startsWith("STARTILL_"));
      builder.environment().put("BOT_TOKEN", Box.TOKEN);
      return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() {
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        throw new AssertionError("It did not end: " + said());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The exit status of a server that ended by itself. */
  Optional<Integer> exit() {
    return process.isAlive() ? Optional.empty() : Optional.of(process.exitValue());
  }

  /** Waits until it ends by itself; its exit status. */
  int awaitExit() {
    return Until.some("it ends by itself", this::exit);
  }
}

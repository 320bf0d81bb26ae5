package dev.startill.benchmarks.spring;

import dev.startill.sandbox.Sandbox;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How much longer the same application takes to start with the starter on its class path, which
 * then opens its books in the application's database, asks Telegram for the balance and polls. From
 * the command to the first answer of the database; with and without in turns, each on a database
 * that has been used before.
 */
public final class SpringStarts {
  private static final List<String> PRODUCT =
      List.of(
          "--startill.telegram.updates=polling",
          "--startill.products[0].id=guide",
          "--startill.products[0].command=buy",
          "--startill.products[0].title=Guide",
          "--startill.products[0].description=A guide.",
          "--startill.products[0].stars=50",
          "--startill.products[0].deliver.text=Here it is.");

  private final Path lib;
  private final Path classes;
  private final Path folder;
  private final Sandbox telegram;

  private SpringStarts(Path target, Path folder, Sandbox telegram) {
    this.lib = target.resolve("lib");
    this.classes = target.resolve("classes");
    this.folder = folder;
    this.telegram = telegram;
  }

  /**
   * Prints the figures.
   *
   * @param arguments the module's target folder, and how many pairs
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("spring-starts");
    try (var telegram = Sandbox.start()) {
      new SpringStarts(Path.of(arguments[0]), folder, telegram)
          .measure(Integer.parseInt(arguments[1]));
    }
  }

  private void measure(int pairs) throws IOException, InterruptedException {
    start(true);
    start(false);
    var with = new ArrayList<Double>();
    var without = new ArrayList<Double>();
    var added = new ArrayList<Double>();
    for (var pair = 0; pair < pairs; pair++) {
      var withFirst = pair % 2 == 0;
      var one = start(withFirst);
      var other = start(!withFirst);
      with.add(withFirst ? one : other);
      without.add(withFirst ? other : one);
      added.add(with.getLast() - without.getLast());
    }
    tell("without the starter", without);
    tell("with it", with);
    tell("added, pair by pair", added);
  }

  private static void tell(String what, List<Double> millis) {
    var sorted = millis.stream().sorted().toList();
    System.out.printf(
        "%s: median %.0f ms of %s%n",
        what,
        sorted.get(sorted.size() / 2),
        sorted.stream().map(each -> "%.0f".formatted(each)).collect(Collectors.joining(" ")));
  }

  /** Starts the application and ends it; how many milliseconds it took to be ready. */
  private double start(boolean withStarter) throws IOException, InterruptedException {
    var begun = System.nanoTime();
    var application =
        new ProcessBuilder(command(withStarter))
            .redirectErrorStream(true)
            .directory(folder.toFile())
            .start();
    var said = new StringBuilder();
    try (var lines = application.inputReader()) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(PlainApplication.READY)) {
          return (System.nanoTime() - begun) / 1e6;
        }
        said.append(line).append(System.lineSeparator());
      }
      throw new IllegalStateException("It did not start:" + System.lineSeparator() + said);
    } finally {
      application.destroy();
      if (!application.waitFor(20, TimeUnit.SECONDS)) {
        application.destroyForcibly();
      }
    }
  }

  private List<String> command(boolean withStarter) throws IOException {
    var command = new ArrayList<String>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-cp", classPath(withStarter)));
    command.add(PlainApplication.class.getName());
    command.addAll(List.of("--server.port=0", "--spring.main.banner-mode=off"));
    command.add("--spring.datasource.url=jdbc:sqlite:" + folder.resolve(withStarter + ".db"));
    if (withStarter) {
      command.addAll(PRODUCT);
      command.add("--startill.telegram.api-url=" + telegram.url());
      command.add("--startill.telegram.token=" + telegram.token());
    }
    return command;
  }

  private String classPath(boolean withStarter) throws IOException {
    try (var jars = Files.list(lib)) {
      return jars.sorted()
          .filter(jar -> !isOf("startill-sandbox", jar) && !isOf("helidon", jar))
          .filter(jar -> withStarter || !isOf("startill", jar))
          .map(Path::toString)
          .collect(Collectors.joining(File.pathSeparator, classes + File.pathSeparator, ""));
    }
  }

  private static boolean isOf(String name, Path jar) {
    return jar.getFileName().toString().startsWith(name);
  }
}

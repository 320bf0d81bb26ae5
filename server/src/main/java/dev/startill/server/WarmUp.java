package dev.startill.server;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Telegram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A shop that sells for a moment and ends: the launcher watches it to learn what a start loads, and
 * which code a shop that sells runs most.
 */
final class WarmUp {
  /** So many that the JVM's compilers have seen it all; a build waits for them once. */
  private static final int SALES = 2_000;

  private static final int AT_ONCE = 16;
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private WarmUp() {}

  /**
   * The demo, in this process; or what these words start when {@code serve} and its arguments
   * follow, in a process of its own, so that nothing of the pretend Telegram is learnt with it.
   */
  static void run(List<String> serving) {
    try {
      var folder = Files.createTempDirectory("startill-warm-up");
      try {
        if (serving.isEmpty()) {
          demo(folder);
        } else {
          serve(folder, serving);
        }
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      System.err.println("The warm-up ended early: " + e.getMessage());
    }
  }

  private static void demo(Path folder) throws IOException {
    try (var demo = new Demo(0, 0, folder)) {
      demo.awaitReady();
      look(demo.page());
      look(demo.telegram().url().toString());
      sell(demo.telegram());
    }
  }

  private static void serve(Path folder, List<String> serving) throws IOException {
    Demo.prepare(folder);
    try (var telegram = Sandbox.builder().port(0).local(true).data(folder).start()) {
      var command = new ArrayList<>(serving);
      command.addAll(
          List.of("serve", "--config", Demo.write(folder, telegram.url(), 0).toString()));
      var builder = new ProcessBuilder(command).inheritIO();
      // Whoever builds may have named a real shop in the environment: nothing of it counts here.
      builder.environment().keySet().removeIf(name -> name.startsWith("STARTILL_"));
      var shop = builder.start();
      try {
        sell(telegram);
      } finally {
        end(shop);
      }
    }
  }

  /** It writes down what was learnt as it ends. */
  private static void end(Process shop) {
    shop.destroy();
    try {
      if (!shop.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS)) {
        shop.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      shop.destroyForcibly();
    }
  }

  private static void sell(Telegram telegram) {
    var end = System.nanoTime() + AT_MOST.toNanos();
    try (var crowd = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
      for (var i = 0; i < SALES; i++) {
        crowd.execute(
            () -> {
              if (System.nanoTime() - end < 0) {
                sellOne(telegram);
              }
            });
      }
    }
  }

  private static void sellOne(Telegram telegram) {
    var ann = telegram.buyer("Ann").withStars(50);
    ann.sends("/buy");
    ann.pays();
    ann.reads("guide.pdf");
  }

  private static void look(String page) throws IOException {
    try (var client = HttpClient.newHttpClient()) {
      client.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.discarding());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}

package dev.startill.server;

import dev.startill.sandbox.testing.Telegram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;

/**
 * A demo that ends by itself: the launcher watches it to learn what a start loads, and which code a
 * shop that sells runs most.
 */
final class WarmUp {
  /** So many that the JVM's compilers have seen it all; a build waits for them once. */
  private static final int SALES = 2_000;

  private static final int AT_ONCE = 16;
  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private WarmUp() {}

  static void run() {
    try {
      var folder = Files.createTempDirectory("startill-warm-up");
      try (var demo = new Demo(0, 0, folder)) {
        demo.awaitReady();
        look(demo.page());
        look(demo.telegram().url().toString());
        sell(demo.telegram());
        serve(folder);
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      System.err.println("The warm-up ended early: " + e.getMessage());
    }
  }

  /**
   * The command that is started most, with the demo's shop for another bot. Whoever builds may have
   * named a real shop in the environment: nothing of it counts here.
   */
  private static void serve(Path folder) throws IOException {
    var shop =
        Files.readString(folder.resolve("startill.yaml"))
            .replace("7000000001:", "7000000002:")
            .replace("startill.db", "serve.db");
    var file = Files.writeString(folder.resolve("serve.yaml"), shop);
    try (var server = Serve.open(List.of("--config", file.toString()), Map.of())) {
      server.awaitIntroduction();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
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

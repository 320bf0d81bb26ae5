package dev.startill.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A demo that ends by itself: the launcher watches it to learn what a start loads. */
final class WarmUp {
  private WarmUp() {}

  static void run() {
    try {
      var folder = Files.createTempDirectory("startill-warm-up");
      try (var demo = new Demo(0, 0, folder)) {
        demo.awaitReady();
        look(demo.page());
        look(demo.sandboxUrl().toString());
      } finally {
        remove(folder);
      }
    } catch (IOException e) {
      System.err.println("The warm-up ended early: " + e.getMessage());
    }
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

package dev.startill.acceptance.clients.npm;

import dev.startill.acceptance.clients.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A shop that runs as a process of its own. It says "ready" when it has registered its commands and
 * takes updates; whatever else it says is a complaint, and is shown.
 */
final class NodeShop implements Shop {
  private static final int SECONDS_TO_OPEN = 60;
  private static final int SECONDS_TO_CLOSE = 5;

  private final String name;
  private final Process process;
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private volatile boolean closing;

  private NodeShop(String name, Process process) {
    this.name = name;
    this.process = process;
    Thread.ofVirtual().name(name).start(this::listen);
  }

  /** Starts it and returns when it is ready. */
  static NodeShop open(ProcessBuilder program, String name) throws IOException {
    var shop = new NodeShop(name, program.redirectErrorStream(true).start());
    try {
      if (shop.ready.get(SECONDS_TO_OPEN, TimeUnit.SECONDS)) {
        return shop;
      }
      throw new AssertionError(name + " ended before it was ready; see what it said above");
    } catch (TimeoutException | ExecutionException e) {
      shop.close();
      throw new AssertionError(name + " was not ready within " + SECONDS_TO_OPEN + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      shop.close();
      throw new AssertionError("interrupted while " + name + " opened", e);
    }
  }

  @Override
  public void close() {
    closing = true;
    process.destroy();
    try {
      if (process.waitFor(SECONDS_TO_CLOSE, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  private void listen() {
    try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::hear);
    } catch (UncheckedIOException | IOException e) {
      hear("fell silent: " + e.getMessage());
    } finally {
      ready.complete(false);
    }
  }

  private void hear(String line) {
    if (line.equals("ready")) {
      ready.complete(true);
    } else if (!closing) {
      System.err.println(name + ": " + line);
    }
  }
}

package dev.startill.benchmarks;

import dev.startill.sandbox.Sandbox;
import java.util.ArrayList;

/**
 * How long a test waits for a sandbox in a JVM that has had one: until it listens, and until it is
 * gone; and how long fifty take side by side.
 */
public final class SandboxStarts {
  private static final int WARM_UP = 20;
  private static final int MEASURED = 20;
  private static final int SIDE_BY_SIDE = 50;

  private SandboxStarts() {}

  /** Prints the figures. */
  public static void main(String[] arguments) {
    var first = new Latencies();
    startAndClose(first, new Latencies());
    for (int i = 0; i < WARM_UP; i++) {
      startAndClose(new Latencies(), new Latencies());
    }
    var starts = new Latencies();
    var ends = new Latencies();
    for (int i = 0; i < MEASURED; i++) {
      startAndClose(starts, ends);
    }
    System.out.printf("first start in this JVM: %.0f ms%n", first.percentile(50));
    System.out.printf("%d starts, warm: %s%n", MEASURED, starts);
    System.out.printf("%d ends, warm: %s%n", MEASURED, ends);
    sideBySide();
  }

  private static void startAndClose(Latencies starts, Latencies ends) {
    long begun = System.nanoTime();
    var sandbox = Sandbox.start();
    starts.add(System.nanoTime() - begun);
    begun = System.nanoTime();
    sandbox.close();
    ends.add(System.nanoTime() - begun);
  }

  private static void sideBySide() {
    long begun = System.nanoTime();
    var running = new ArrayList<Sandbox>();
    for (int i = 0; i < SIDE_BY_SIDE; i++) {
      running.add(Sandbox.start());
    }
    long ports = running.stream().mapToInt(Sandbox::port).distinct().count();
    System.out.printf(
        "%d side by side on %d ports, one after the other: %.0f ms%n",
        SIDE_BY_SIDE, ports, (System.nanoTime() - begun) / 1e6);
    running.forEach(Sandbox::close);
  }
}

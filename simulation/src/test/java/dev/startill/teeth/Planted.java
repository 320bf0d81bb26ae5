package dev.startill.teeth;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;

/** The simulation in patched classes of its own. For one thread. */
final class Planted implements LongFunction<List<String>>, Closeable {
  private static final String PROBE = "dev.startill.simulation.Probe";

  private final LongFunction<List<String>> probe;
  private final Closeable end;

  @SuppressWarnings("unchecked")
  Planted(List<Patch> patches) {
    var loader = new PatchedLoader(Planted.class.getClassLoader(), patches);
    try {
      var made = loader.loadClass(PROBE).getDeclaredConstructor().newInstance();
      this.probe = (LongFunction<List<String>>) made;
      this.end = (Closeable) made;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("The simulation cannot be loaded.", e);
    }
  }

  @Override
  public List<String> apply(long seed) {
    return probe.apply(seed);
  }

  @Override
  public void close() throws IOException {
    end.close();
  }
}

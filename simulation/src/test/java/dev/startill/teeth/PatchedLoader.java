package dev.startill.teeth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Loads the engine, the store and the simulation anew, with some patches, and all else as it is:
 * what is loaded here meets only its own kind. Threads share it.
 */
final class PatchedLoader extends ClassLoader {
  private static final String HOUSE = "dev.startill.";

  /** Telegram is not under test, and who plants the bugs is not planted. */
  private static final List<String> OUTSIDE = List.of(HOUSE + "sandbox.", HOUSE + "teeth.");

  private final ClassLoader shipped;
  private final List<Patch> patches;

  PatchedLoader(ClassLoader shipped, List<Patch> patches) {
    super(shipped);
    this.shipped = shipped;
    this.patches = List.copyOf(patches);
    for (var patch : patches) {
      apply(patch);
    }
  }

  /** Every patch finds its target at once, or its bug is not planted. */
  private void apply(Patch patch) {
    switch (patch) {
      case Patch.Call call -> load(call.target());
      case Patch.Body body -> load(body.target());
      case Patch.Words words -> reworded(words.target());
    }
  }

  private void load(String type) {
    try {
      loadClass(type);
    } catch (ClassNotFoundException e) {
      throw new PatchMissed(type + " is not there any more.", e);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(HOUSE) || OUTSIDE.stream().anyMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var known = findLoadedClass(name);
      return known == null ? define(name) : known;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    var code = bytes(name.replace('.', '/') + ".class");
    if (code == null) {
      throw new ClassNotFoundException(name);
    }
    for (var patch : patches) {
      if (patch.target().equals(name)) {
        code = new Surgery(shipped, patch).operate(code);
      }
    }
    return defineClass(name, code, 0, code.length);
  }

  @Override
  public @Nullable InputStream getResourceAsStream(String name) {
    return patches.stream().anyMatch(patch -> patch.target().equals(name))
        ? new ByteArrayInputStream(reworded(name).getBytes(StandardCharsets.UTF_8))
        : super.getResourceAsStream(name);
  }

  private String reworded(String resource) {
    var shippedBytes = bytes(resource);
    if (shippedBytes == null) {
      throw new PatchMissed(resource + " is not there any more.", null);
    }
    var text = new String(shippedBytes, StandardCharsets.UTF_8);
    for (var patch : patches) {
      if (patch instanceof Patch.Words words && words.target().equals(resource)) {
        text = reworded(text, words);
      }
    }
    return text;
  }

  private static String reworded(String text, Patch.Words patch) {
    var at = text.indexOf(patch.words());
    if (at < 0 || text.indexOf(patch.words(), at + 1) >= 0) {
      throw new PatchMissed(
          "%s does not have these words once: %s".formatted(patch.target(), patch.words()), null);
    }
    return text.replace(patch.words(), patch.instead());
  }

  private byte @Nullable [] bytes(String resource) {
    try (var in = shipped.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

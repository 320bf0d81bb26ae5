package dev.startill.testkit.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Loads an adapter beside a library that lacks some classes, as another version of it would: for
 * tests of what is said then. Threads share it.
 */
public final class CrippledLibrary extends ClassLoader {
  private final String ownPackage;
  private final String libraryPackage;
  private final Set<String> missing;

  /**
   * Beside this one.
   *
   * @param ownPackage whose classes are loaded anew
   * @param libraryPackage the library's, loaded anew as well
   * @param missing which of its classes are not there
   */
  public CrippledLibrary(String ownPackage, String libraryPackage, Set<String> missing) {
    super(CrippledLibrary.class.getClassLoader());
    this.ownPackage = ownPackage;
    this.libraryPackage = libraryPackage;
    this.missing = Set.copyOf(missing);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (missing.contains(name)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith(ownPackage) && !name.startsWith(libraryPackage)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      var loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (var in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      var bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

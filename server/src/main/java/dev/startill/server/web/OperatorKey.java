package dev.startill.server.web;

import dev.startill.port.SettingsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** What opens the operator's pages. It lies in a file that only its owner may read. Immutable. */
public final class OperatorKey {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{20,200}");

  private final Path file;
  private final String value;
  private final boolean isNew;

  private OperatorKey(Path file, String value, boolean isNew) {
    this.file = file;
    this.value = value;
    this.isNew = isNew;
  }

  /**
   * Reads the key, or makes one where there is none yet.
   *
   * @param chance must be hard to guess
   * @throws SettingsException if the file can be neither read nor made, or holds no key
   */
  public static OperatorKey in(Path file, RandomGenerator chance) {
    try {
      return Files.exists(file) ? read(file) : make(file, chance);
    } catch (IOException e) {
      throw new SettingsException(
          "The operator's key %s can be neither read nor made (%s). May we write there?"
              .formatted(file, e.getClass().getSimpleName()));
    }
  }

  /** Where it lies. */
  public Path file() {
    return file;
  }

  /** Whether it was made just now; only then it is printed. */
  public boolean isNew() {
    return isNew;
  }

  /** The page's address with the key in it. */
  public String addressOn(String server) {
    return server + "/?key=" + value;
  }

  /** Whether a stranger knows it, in a time that tells nothing of where the two differ. */
  boolean isSaidBy(String stranger) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), stranger.getBytes(StandardCharsets.UTF_8));
  }

  /** For the cookie of somebody who has said it. */
  String value() {
    return value;
  }

  private static OperatorKey read(Path file) throws IOException {
    var value = Files.readString(file).strip();
    if (!FORM.matcher(value).matches()) {
      throw new SettingsException(
          "%s holds no operator's key. Remove it, and the next start makes a new one."
              .formatted(file));
    }
    return new OperatorKey(file, value, false);
  }

  private static OperatorKey make(Path file, RandomGenerator chance) throws IOException {
    var bytes = new byte[24];
    chance.nextBytes(bytes);
    var value = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    try {
      Files.createFile(file, ownersOnly());
      Files.writeString(file, value + "\n", StandardOpenOption.WRITE);
    } catch (FileAlreadyExistsException e) {
      return read(file);
    }
    return new OperatorKey(file, value, true);
  }

  private static FileAttribute<?>[] ownersOnly() {
    var knowsModes = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return knowsModes
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}

package dev.startill.server.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Something that must not be printed: it has no words of its own. Immutable. */
public final class Secret {
  private final String value;

  /** Keeps a value from being printed by accident. */
  public Secret(String value) {
    this.value = value;
  }

  /** The value, for whoever must send it. Never log it. */
  public String reveal() {
    return value;
  }

  /** Whether a stranger said the same, in a time that tells nothing of where they differ. */
  public boolean isSaidBy(String stranger) {
    return MessageDigest.isEqual(bytes(value), bytes(stranger));
  }

  @Override
  public String toString() {
    return "(secret)";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

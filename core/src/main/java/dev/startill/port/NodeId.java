package dev.startill.port;

import java.util.regex.Pattern;

/**
 * One of the processes that share a store, as people call it in logs and in {@code /health}. Two at
 * a time should not have the same; that they do does no harm, for a lease is known by its token.
 * Immutable.
 *
 * @param value 1 to 64 letters, digits, dots, dashes and underscores
 */
public record NodeId(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  public NodeId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "A node's id has 1 to 64 letters, digits, dots, dashes and underscores.");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

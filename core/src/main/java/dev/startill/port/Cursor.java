package dev.startill.port;

import java.time.Instant;
import java.util.Optional;

/**
 * How far Telegram's statement was read. Oldest lines come first and new ones are added at the end,
 * so a number of lines is a place in it. Immutable.
 *
 * @param lines how many were read and kept
 * @param readTo when the latest reading began that reached the end: what the statement showed then
 *     is known here. Empty before the first import has ended.
 */
public record Cursor(long lines, Optional<Instant> readTo) {
  /** Before the first line. */
  public static final Cursor START = new Cursor(0, Optional.empty());

  /** Whether the first import has ended. */
  public boolean isImported() {
    return readTo.isPresent();
  }

  /** After more lines. */
  public Cursor after(int more) {
    return new Cursor(lines + more, readTo);
  }

  /** At the end, as it was when a reading began. */
  public Cursor readTo(Instant begun) {
    return new Cursor(lines, Optional.of(begun));
  }

  /** Back at the first line, knowing what is known. */
  public Cursor again() {
    return new Cursor(0, readTo);
  }
}

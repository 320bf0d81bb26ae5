package dev.startill.server.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Shows how far long work has come: one line that is written over on a terminal, a plain line every
 * few seconds elsewhere, and nothing where only a machine reads. For one thread; close it when the
 * work has ended, however it ended.
 */
public final class Progress implements AutoCloseable {
  private static final int CELLS = 24;
  private static final long LIVE_NANOS = 100_000_000L;
  private static final long PLAIN_NANOS = 5_000_000_000L;
  private static final String ERASE = "\r\u001b[2K";

  private final Console console;
  private final String title;
  private final String unit;
  private final boolean silent;
  private final LongSupplier nanos;
  private OptionalLong total = OptionalLong.empty();
  private long done;
  private long toldAt;
  private boolean drawn;

  private Progress(Console console, String title, String unit, boolean silent, LongSupplier nanos) {
    this.console = console;
    this.title = title;
    this.unit = unit;
    this.silent = silent;
    this.nanos = nanos;
    this.toldAt = nanos.getAsLong() - (console.live() ? LIVE_NANOS : 0);
  }

  /**
   * Of work that begins now.
   *
   * @param title what is being done, such as {@code Reading the statement}
   * @param unit what is counted, in the plural, such as {@code lines}
   */
  public static Progress of(Console console, String title, String unit) {
    return new Progress(console, title, unit, false, System::nanoTime);
  }

  /** The same, by this clock. */
  static Progress of(Console console, String title, String unit, LongSupplier nanos) {
    return new Progress(console, title, unit, false, nanos);
  }

  /** Shows nothing. */
  public static Progress silent(Console console) {
    return new Progress(console, "", "", true, () -> 0);
  }

  /** How much there is in all, once that is known. */
  public Progress outOf(long all) {
    total = OptionalLong.of(all);
    return this;
  }

  /** So much is done by now. */
  public void at(long now) {
    done = now;
    var moment = nanos.getAsLong();
    if (!silent && moment - toldAt >= (console.live() ? LIVE_NANOS : PLAIN_NANOS)) {
      toldAt = moment;
      tell();
    }
  }

  /** One more is done. */
  public void step() {
    at(done + 1);
  }

  /** The last word: what was done, and a line that stays. */
  @Override
  public void close() {
    if (!silent && (console.live() || drawn || done > 0)) {
      if (console.live()) {
        console.err().print(ERASE);
      }
      console
          .err()
          .println(
              title
                  + ": "
                  + counted(done)
                  + " "
                  + (done == 1 ? unit.substring(0, unit.length() - 1) : unit)
                  + ".");
    }
  }

  private void tell() {
    drawn = true;
    if (console.live()) {
      console.err().print(ERASE + title + "  " + bar() + amount());
      console.err().flush();
    } else {
      console.err().println(title + ": " + amount());
    }
  }

  private String bar() {
    if (total.isEmpty() || total.getAsLong() <= 0) {
      return "";
    }
    var full = (int) Math.min(CELLS, done * CELLS / total.getAsLong());
    return "█".repeat(full) + "░".repeat(CELLS - full) + "  ";
  }

  private String amount() {
    return total.isPresent() && total.getAsLong() > 0
        ? "%s of %s %s, %d %%"
            .formatted(
                counted(done),
                counted(total.getAsLong()),
                unit,
                Math.min(100, done * 100 / total.getAsLong()))
        : counted(done) + " " + unit + " so far";
  }

  private static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
  }
}

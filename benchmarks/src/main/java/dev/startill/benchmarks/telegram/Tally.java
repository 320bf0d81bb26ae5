package dev.startill.benchmarks.telegram;

import java.util.Arrays;

/** What is counted while a pass is being measured. For the loop's thread. */
public final class Tally {
  private final Durations checkout = new Durations();
  private final Durations goods = new Durations();
  private final Durations whole = new Durations();
  private boolean isOpen;
  private long opened;
  private long closed;
  private int sales;

  /**
   * What one window came to; times in milliseconds.
   *
   * @param seconds that it lasted
   * @param sales whose goods came in it
   * @param checkoutP50 from the buyer's confirmation to the bot's answer
   * @param checkoutP99 likewise
   * @param goodsP50 from the payment to the goods
   * @param goodsP99 likewise
   * @param wholeP50 from the command to the goods
   * @param wholeP99 likewise
   */
  public record Sum(
      double seconds,
      int sales,
      double checkoutP50,
      double checkoutP99,
      double goodsP50,
      double goodsP99,
      double wholeP50,
      double wholeP99) {}

  /** Counts from now on. */
  void open() {
    checkout.clear();
    goods.clear();
    whole.clear();
    sales = 0;
    opened = System.nanoTime();
    isOpen = true;
  }

  /** Counts no more. */
  void close() {
    closed = System.nanoTime();
    isOpen = false;
  }

  void answered(long nanos) {
    if (isOpen) {
      checkout.add(nanos);
    }
  }

  void told(long sincePaid, long sinceBegun) {
    if (isOpen) {
      sales++;
      goods.add(sincePaid);
      whole.add(sinceBegun);
    }
  }

  Sum sum() {
    return new Sum(
        (closed - opened) / 1e9,
        sales,
        checkout.millis(50),
        checkout.millis(99),
        goods.millis(50),
        goods.millis(99),
        whole.millis(50),
        whole.millis(99));
  }

  /** Many durations in little room. */
  private static final class Durations {
    private static final int FIRST_ROOM = 1 << 14;

    private long[] nanos = new long[FIRST_ROOM];
    private int count;

    void clear() {
      count = 0;
    }

    void add(long duration) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = duration;
    }

    double millis(double percent) {
      if (count == 0) {
        return Double.NaN;
      }
      Arrays.sort(nanos, 0, count);
      return nanos[Math.max(0, (int) Math.ceil(percent / 100 * count) - 1)] / 1e6;
    }
  }
}

package dev.startill.sandbox.faults;

import java.util.random.RandomGenerator;

/**
 * The bug of January 2025 (tdlib/telegram-bot-api#690): the refund of a subscription's charge takes
 * effect, is not told, and is answered CHARGE_ALREADY_REFUNDED. Thread-safe.
 */
final class RefundBug {
  private int left;
  private int percent;

  synchronized void arm(int times, int likely) {
    left = times;
    percent = likely;
  }

  synchronized void clear() {
    left = 0;
  }

  synchronized boolean strikes(RandomGenerator chance) {
    boolean hit = left > 0 && chance.nextInt(100) < percent;
    if (hit && left < Faults.ALWAYS) {
      left--;
    }
    return hit;
  }
}

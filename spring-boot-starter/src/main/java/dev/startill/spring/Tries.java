package dev.startill.spring;

import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.PollingSettings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often updates that a webhook brought could not be taken in: Telegram brings one again until
 * it hears 200, and does not tell how often it did. They are given up after as many tries as by
 * polling, each node counting its own. Threads share it.
 */
final class Tries {
  /** Of updates that fail at one time; the count of an older one begins anew. */
  static final int MOST = 1000;

  private final PollingSettings settings = PollingSettings.defaults();
  private final Map<Long, Integer> failures = new LinkedHashMap<>();

  /** It was taken in. */
  synchronized void forget(Incoming incoming) {
    incoming.number().ifPresent(failures::remove);
  }

  /**
   * It failed once more; whether that was once too often. Nobody awaits a checkout's answer any
   * more when it comes again.
   */
  synchronized boolean isOver(Incoming incoming) {
    var number = incoming.number();
    if (number.isEmpty() || incoming.isCheckout()) {
      return true;
    }
    var so = failures.merge(number.getAsLong(), 1, Integer::sum);
    if (so >= (incoming.isMoney() ? settings.moneyAttempts() : settings.attempts())) {
      failures.remove(number.getAsLong());
      return true;
    }
    if (failures.size() > MOST) {
      failures.remove(failures.keySet().iterator().next());
    }
    return false;
  }
}

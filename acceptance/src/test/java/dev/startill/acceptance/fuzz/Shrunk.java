package dev.startill.acceptance.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Makes a history that shows a defect shorter, for as long as it shows it in memory. */
final class Shrunk {
  private Shrunk() {}

  /** The steps that are left, a line each. */
  static String of(List<Step> history, Throwable defect) {
    var left = new ArrayList<>(history);
    if (!shows(left, defect)) {
      return "(it does not show itself in memory)";
    }
    for (var i = left.size() - 1; i >= 0; i--) {
      var without = left.remove(i);
      if (!shows(left, defect)) {
        left.add(i, without);
      }
    }
    return left.stream().map(Step::toString).collect(Collectors.joining("\n"));
  }

  private static boolean shows(List<Step> history, Throwable defect) {
    try {
      Shops.inMemory().play(history, new Reached());
      return false;
    } catch (Exception | AssertionError e) {
      return e.getClass() == defect.getClass() && place(e).equals(place(defect));
    }
  }

  /** Where it was thrown, and on whose behalf. */
  private static String place(Throwable defect) {
    return Arrays.stream(defect.getStackTrace()).limit(2).toList().toString();
  }
}

package dev.startill.acceptance;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What each node did over all its lives, by its own log. For one thread. */
final class Deeds {
  private static final Pattern PAID =
      Pattern.compile("charge=(\\S+) stars=\\d+ \\w+→\\w+ by ChargeReceived");
  private static final Pattern POLLS = Pattern.compile("duty=poller node=\\S+ token=\\d+: it is");

  private final Map<String, Set<String>> booked = new TreeMap<>();
  private final Set<String> pollers = new TreeSet<>();

  /** What a node said in a life that is over. */
  void note(String node, String said) {
    var charges = booked.computeIfAbsent(node, name -> new HashSet<>());
    PAID.matcher(said).results().forEach(found -> charges.add(found.group(1)));
    if (POLLS.matcher(said).find()) {
      pollers.add(node);
    }
  }

  /** How many sales a node booked, with those of its life that goes on. */
  int sales(String node, String saidSoFar) {
    var charges = new HashSet<>(booked.getOrDefault(node, Set.of()));
    PAID.matcher(saidSoFar).results().forEach(found -> charges.add(found.group(1)));
    return charges.size();
  }

  /** How many sales each booked. */
  Map<String, Integer> sales() {
    var sales = new TreeMap<String, Integer>();
    booked.forEach((node, charges) -> sales.put(node, charges.size()));
    return sales;
  }

  /** Who ever had the duty to poll. */
  Set<String> pollers() {
    return pollers;
  }
}

package dev.startill.server.config;

import dev.startill.settings.Reconciling;
import dev.startill.settings.Refunds;
import dev.startill.settings.Refunds.Automatic;
import dev.startill.settings.Refunds.Forged;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code refunds:}, {@code reconcile:} and {@code rates:}. For one thread, once. */
final class MoneyReader {
  private static final String SEND_BACK = "refund";
  private static final String HOLD = "hold";
  private static final String REVOKE = "revoke";

  /** Far beyond what any merchant promises; it only catches slips. */
  private static final Duration LONGEST_WINDOW = Duration.ofDays(3650);

  /** A shop that has more than this in an hour by design holds none of them automatically. */
  private static final int MOST_OWNERLESS = 1000;

  /** In the order in which the guide has them. */
  private static final List<Map.Entry<String, Automatic>> POLICIES =
      List.of(
          Map.entry("second-charge", Automatic.SECOND_CHARGE),
          Map.entry("sold-out", Automatic.SOLD_OUT),
          Map.entry("fulfilment-failed", Automatic.FULFILMENT_FAILED),
          Map.entry("ownerless", Automatic.OWNERLESS_CHARGE));

  private final Section top;

  MoneyReader(Section top) {
    this.top = top;
  }

  Refunds refunds() {
    var usual = Refunds.defaults();
    var section = top.section("refunds");
    var window =
        section
            .value("window")
            .flatMap(
                setting ->
                    setting.duration(
                        Duration.ofMinutes(1),
                        LONGEST_WINDOW,
                        "Write a time from 1m to 3650d, such as 90d, or take the line away."));
    var automatic = EnumSet.noneOf(Automatic.class);
    for (var policy : POLICIES) {
      var byDefault = usual.automatic().contains(policy.getValue()) ? SEND_BACK : HOLD;
      if (oneOf(section, policy.getKey(), SEND_BACK, HOLD).orElse(byDefault).equals(SEND_BACK)) {
        automatic.add(policy.getValue());
      }
    }
    var flood =
        section
            .value("ownerless-per-hour")
            .flatMap(s -> s.whole(0, MOST_OWNERLESS, "Write a whole number from 0 to 1000."))
            .map(Long::intValue);
    var forged = oneOf(section, "forged", HOLD, REVOKE).map(MoneyReader::forged);
    section.nothingElse();
    return new Refunds(
        window, automatic, flood.orElse(usual.ownerlessAnHour()), forged.orElse(usual.forged()));
  }

  Reconciling reconciling() {
    var usual = Reconciling.defaults();
    var section = top.section("reconcile");
    var every = time(section, "every", "Write a time from 1s to 1d, such as 60s or 15m.");
    var lag = time(section, "lag", "Write a time from 1s to 1d, such as 10m.");
    section.nothingElse();
    return new Reconciling(every.orElse(usual.every()), lag.orElse(usual.lag()), usual.page());
  }

  Rates rates() {
    var section = top.section("rates");
    var withdrawn = section.value("usd-per-star").flatMap(Setting::rate);
    var onAds = section.value("usd-per-star-ads").flatMap(Setting::rate);
    var asOf = section.value("as-of").flatMap(Setting::day);
    if ((section.has("usd-per-star") || section.has("usd-per-star-ads")) && !section.has("as-of")) {
      section.missing("as-of", "Write the day on which you read the rate, such as 2026-11-22.");
    }
    section.nothingElse();
    var usual = Rates.DEFAULT;
    return new Rates(
        withdrawn.orElse(usual.withdrawn()),
        onAds.orElse(usual.onAds()),
        asOf.orElse(usual.asOf()));
  }

  private static Optional<Duration> time(Section section, String key, String remedy) {
    return section
        .value(key)
        .flatMap(setting -> setting.duration(Duration.ofSeconds(1), Duration.ofDays(1), remedy));
  }

  private static Optional<String> oneOf(Section section, String key, String one, String other) {
    var setting = section.value(key);
    var word = setting.flatMap(Setting::text);
    if (setting.isPresent() && word.isPresent() && !List.of(one, other).contains(word.get())) {
      setting
          .get()
          .problem(
              "is " + setting.get().quoted() + ".", "Write '%s' or '%s'.".formatted(one, other));
      return Optional.empty();
    }
    return word;
  }

  private static Forged forged(String word) {
    return word.equals(REVOKE) ? Forged.REVOKE : Forged.HOLD;
  }
}

package dev.startill.doctor;

import dev.startill.money.Nanostars;
import dev.startill.port.Checkup.Identity;
import dev.startill.port.TelegramException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Judges what Telegram says of a bot, but for its updates. Pure. */
final class Line {
  /** Telegram tells the time in whole seconds, and the way takes some, too. */
  static final Duration SKEW = Duration.ofSeconds(30);

  private Line() {}

  /** {@code getMe} was answered. */
  static List<Finding> known(String place, Identity bot) {
    var findings = new ArrayList<Finding>();
    findings.add(
        new Finding.Well(
            Subject.TELEGRAM, "%s answers as %s, bot %s.".formatted(place, bot.name(), bot.id())));
    if (bot.hasTopics()) {
      findings.add(
          Ailment.TOPICS_COST.found(
              "Private chats with the bot have topics, for which Telegram takes a part of what is"
                  + " sold."));
    }
    return findings;
  }

  /** It was not. */
  static Finding unknown(String place, TelegramException e) {
    var ailment = e.reply().isTokenWrong() ? Ailment.TOKEN_REFUSED : Ailment.TELEGRAM_UNREACHED;
    return ailment.found(place + ": " + sentence(e));
  }

  /** A later call was not answered. */
  static Finding unanswered(TelegramException e) {
    return Ailment.UNANSWERED.found(sentence(e));
  }

  /**
   * What Telegram's clock said, between two looks at ours. A payment's date is Telegram's: where
   * the clocks differ, windows and holds end oddly.
   */
  static Finding clock(Instant asked, Instant told, Instant heard) {
    var earliest = asked.truncatedTo(ChronoUnit.SECONDS);
    var ahead = Duration.between(told, earliest);
    var behind = Duration.between(heard, told);
    if (ahead.compareTo(SKEW) > 0) {
      return off(ahead, "ahead of");
    }
    return behind.compareTo(SKEW) > 0
        ? off(behind, "behind")
        : new Finding.Well(Subject.CLOCK, "It agrees with Telegram's.");
  }

  /** What Telegram holds. */
  static Finding balance(long nanostars) {
    return nanostars < 0
        ? Ailment.BALANCE_NEGATIVE.found(
            "Telegram holds %s: buyers took back more than there was."
                .formatted(Nanostars.inWords(nanostars)))
        : new Finding.Well(
            Subject.BALANCE, "Telegram holds %s.".formatted(Nanostars.inWords(nanostars)));
  }

  /** What the menu shows of what Telegram asks of every seller. */
  static List<Finding> commands(Set<String> listed) {
    var findings = new ArrayList<Finding>();
    if (!listed.contains("paysupport")) {
      findings.add(
          Ailment.SUPPORT_UNLISTED.found("Telegram's menu of this bot has no /paysupport."));
    }
    if (!listed.contains("terms")) {
      findings.add(Ailment.TERMS_UNLISTED.found("Telegram's menu of this bot has no /terms."));
    }
    return findings.isEmpty()
        ? List.of(new Finding.Well(Subject.COMMANDS, "The menu has /paysupport and /terms."))
        : findings;
  }

  private static Finding off(Duration skew, String how) {
    return Ailment.CLOCK_OFF.found("It is %d s %s Telegram's.".formatted(skew.toSeconds(), how));
  }

  private static String sentence(TelegramException e) {
    var words = String.valueOf(e.getMessage());
    return words.endsWith(".") ? words : words + ".";
  }
}

package dev.startill.server.config;

import dev.startill.server.config.Problems.Place;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A value that stands in the file, or in a variable that overrides it. Messages quote what stands
 * in the file, never what a variable holds: it may be a secret. Immutable.
 *
 * @param reading what the reading shares
 * @param place where it stands
 * @param path its name, such as {@code products[0].stars}
 * @param written as it stands
 */
record Setting(Reading reading, Place place, String path, String written) {
  private static final Pattern VARIABLE = Pattern.compile("(\\$?)\\$\\{([^}]*)}");
  private static final Pattern VARIABLE_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");

  private static final Pattern RATE = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,9})?");

  /** Longer ones would fill the screen. */
  private static final int QUOTED = 60;

  /**
   * The value, its variables replaced; empty if it has none or a variable is not set. <code>$${
   * </code> stands for a plain <code>${</code>.
   */
  Optional<String> text() {
    var isWhole = true;
    var matcher = VARIABLE.matcher(written);
    var text = new StringBuilder();
    while (matcher.find()) {
      var isEscaped = !matcher.group(1).isEmpty();
      var value =
          isEscaped ? Optional.of("${" + matcher.group(2) + "}") : valueOf(matcher.group(2));
      isWhole &= value.isPresent();
      matcher.appendReplacement(text, Matcher.quoteReplacement(value.orElse("")));
    }
    matcher.appendTail(text);
    if (isWhole && text.toString().isBlank()) {
      problem("is empty.", "Write a value, or take the line away.");
      return Optional.empty();
    }
    return isWhole ? Optional.of(text.toString()) : Optional.empty();
  }

  /** A text of at most so many characters, counted as people do: an emoji is one. */
  Optional<String> text(int most, String why) {
    return text()
        .filter(
            text -> {
              var length = text.codePointCount(0, text.length());
              if (length > most) {
                problem("has %d characters.".formatted(length), why);
              }
              return length <= most;
            });
  }

  /** A whole number between two bounds. */
  Optional<Long> whole(long least, long most, String remedy) {
    var text = text();
    var number = text.filter(t -> WHOLE.matcher(t).matches()).map(Long::parseLong);
    var fit = number.filter(n -> n >= least && n <= most);
    if (text.isPresent() && fit.isEmpty()) {
      problem("is " + quoted() + ".", remedy);
    }
    return fit;
  }

  /** Yes or no. */
  Optional<Boolean> truth() {
    var text = text();
    var truth = text.filter(Set.of("true", "false")::contains).map(Boolean::valueOf);
    if (text.isPresent() && truth.isEmpty()) {
      problem("is " + quoted() + ".", "Write true or false.");
    }
    return truth;
  }

  /** A time such as {@code 60s} or {@code 15m}, between two bounds. */
  Optional<Duration> duration(Duration least, Duration most, String remedy) {
    var text = text();
    var time = text.flatMap(Setting::durationOf);
    var fit = time.filter(t -> t.compareTo(least) >= 0 && t.compareTo(most) <= 0);
    if (text.isPresent() && fit.isEmpty()) {
      problem("is " + quoted() + ".", remedy);
    }
    return fit;
  }

  /** US dollars for one Star, such as {@code 0.013}. */
  Optional<BigDecimal> rate() {
    var text = text();
    var rate = text.filter(t -> RATE.matcher(t).matches()).map(BigDecimal::new);
    var fit = rate.filter(r -> r.signum() > 0);
    if (text.isPresent() && fit.isEmpty()) {
      problem("is " + quoted() + ".", "Write US dollars for one Star, such as 0.013.");
    }
    return fit;
  }

  /** A day such as {@code 2026-11-22}. */
  Optional<LocalDate> day() {
    var text = text();
    var day = text.flatMap(Setting::dayOf);
    if (text.isPresent() && day.isEmpty()) {
      problem("is " + quoted() + ".", "Write a day as 2026-11-22.");
    }
    return day;
  }

  /** An http or https URL with a host. */
  Optional<URI> url(String remedy) {
    var text = text();
    var url = text.flatMap(Setting::urlOf);
    if (text.isPresent() && url.isEmpty()) {
      problem("is " + quoted() + ", which is not a URL.", remedy);
    }
    return url;
  }

  /** Notes what is wrong with this value. */
  void problem(String what, String remedy) {
    reading.problems().add(place, path + " " + what, remedy);
  }

  /** What stands in the file, for a message. */
  String quoted() {
    if (place.equals(Place.ENVIRONMENT)) {
      return "not usable";
    }
    var shown = written.replaceAll("\\p{Cntrl}", "�");
    return shown.length() <= QUOTED
        ? "'" + shown + "'"
        : "'" + shown.substring(0, shown.offsetByCodePoints(0, QUOTED / 2)) + "…'";
  }

  private Optional<String> valueOf(String name) {
    if (!VARIABLE_NAME.matcher(name).matches()) {
      problem(
          "reads a variable named '" + name + "'.",
          "A name has letters, digits and '_', as in ${BOT_TOKEN}.");
      return Optional.empty();
    }
    var value = reading.variable(name);
    if (value.isEmpty()) {
      problem(
          "reads the variable " + name + ", which is not set.",
          "Set it before the start: export %s=…".formatted(name));
    }
    return value;
  }

  private static Optional<Duration> durationOf(String text) {
    var matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    var count = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(count);
          case "s" -> Duration.ofSeconds(count);
          case "m" -> Duration.ofMinutes(count);
          case "h" -> Duration.ofHours(count);
          default -> Duration.ofDays(count);
        });
  }

  private static Optional<LocalDate> dayOf(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<URI> urlOf(String text) {
    try {
      var url = new URI(text);
      var isWeb = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      return isWeb && url.getHost() != null ? Optional.of(url) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}

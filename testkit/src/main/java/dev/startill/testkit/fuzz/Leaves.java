package dev.startill.testkit.fuzz;

import dev.startill.testkit.fuzz.Json.Leaf;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that somebody may have forgotten. For one thread. */
final class Leaves {
  private static final List<String> ODD =
      List.of(
          "null",
          "true",
          "false",
          "0",
          "-0",
          "-1",
          "1",
          "50",
          "50.0",
          "0.5",
          "5e1",
          "1e400",
          "-1e-400",
          "2147483647",
          "2147483648",
          "9223372036",
          "9223372037",
          "9223372036854775807",
          "9223372036854775808",
          "-9223372036854775808",
          "253402300800",
          "1" + "0".repeat(30),
          "1" + "0".repeat(120),
          "{}",
          "[]",
          "\"\"",
          "\" \"",
          "\"50\"",
          "\"null\"",
          "\"st:\"",
          "\"st:ord_00000000000000000000000000\"",
          "\"st:lnk_00000000000000000000000000\"",
          "\"XTR\"",
          "\"xtr\"",
          "\"EUR\"",
          "\"private\"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"\\ude00\\ud83d\"",
          "\"\\ud83d\\ude00\"",
          "\"a\\nb\\t\\\"\\\\\\/\"",
          "\"'; DROP TABLE charge; --\"",
          "\"%s {} ${x} <b>\"",
          "\"" + "x".repeat(1_025) + "\"",
          "\"" + "\\u0416".repeat(5_000) + "\"");

  private final RandomGenerator chance;

  Leaves(RandomGenerator chance) {
    this.chance = chance;
  }

  /** One that is seldom seen. */
  Leaf odd() {
    return new Leaf(ODD.get(chance.nextInt(ODD.size())));
  }

  /** The same, nearly. */
  Leaf change(Leaf leaf) {
    var source = leaf.source();
    if (source.startsWith("\"")) {
      return changeText(source.substring(1, source.length() - 1));
    }
    var isNumber = source.matches("-?[0-9]{1,18}");
    return isNumber ? changeNumber(Long.parseLong(source)) : odd();
  }

  private Leaf changeNumber(long number) {
    return switch (chance.nextInt(7)) {
      case 0 -> Json.number(number + 1);
      case 1 -> Json.number(number - 1);
      case 2 -> Json.number(-number);
      case 3 -> Json.number(number * (1L << chance.nextInt(40)));
      case 4 -> new Leaf(number + ".0");
      case 5 -> new Leaf("\"" + number + "\"");
      default -> Json.number(chance.nextLong());
    };
  }

  /** Between escapes as well, so that some become half ones. */
  private Leaf changeText(String text) {
    var at = chance.nextInt(text.length() + 1);
    var changed =
        switch (chance.nextInt(7)) {
          case 0 -> text.substring(0, at);
          case 1 -> text.substring(at);
          case 2 -> text + text;
          case 3 -> text.substring(0, at) + (char) ('0' + chance.nextInt(70)) + text.substring(at);
          case 4 -> text.substring(0, at) + "\\ud83d" + text.substring(at);
          case 5 -> text.substring(0, at) + "\\u0000" + text.substring(at);
          default -> escaped(text);
        };
    return new Leaf("\"" + changed + "\"");
  }

  /** The same text, every character of it spelt out. */
  private static String escaped(String text) {
    if (text.indexOf('\\') >= 0) {
      return text;
    }
    var spelt = new StringBuilder();
    text.chars().forEach(c -> spelt.append("\\u%04x".formatted(c)));
    return spelt.toString();
  }
}

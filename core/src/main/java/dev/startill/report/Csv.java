package dev.startill.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values, as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * has them.
 */
public final class Csv {
  private Csv() {}

  /**
   * One line, with its end. What a spreadsheet would take for a formula is text: it gets an
   * apostrophe in front, unless it is a number.
   */
  public static String line(List<String> fields) {
    return fields.stream().map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String field(String text) {
    var safe = isFormula(text) ? "'" + text : text;
    return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
        ? '"' + safe.replace("\"", "\"\"") + '"'
        : safe;
  }

  private static boolean isFormula(String text) {
    return !text.isEmpty()
        && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        && !text.matches("-?\\d+(\\.\\d+)?");
  }
}

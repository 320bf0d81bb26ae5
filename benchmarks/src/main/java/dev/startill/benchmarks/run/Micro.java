package dev.startill.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What JMH wrote down, as a table. */
final class Micro {
  private static final String HEAD =
      """
      | what | average | ± 99.9 % |
      | --- | --- | --- |
      """;

  private Micro() {}

  /** In Markdown, from JMH's CSV; empty if there is none. */
  static String table(Path csv) throws IOException {
    if (!Files.exists(csv)) {
      return "";
    }
    var lines = Files.readAllLines(csv);
    var columns = cells(lines.get(0));
    var table = new StringBuilder(HEAD);
    for (var line : lines.subList(1, lines.size())) {
      var cells = cells(line);
      var unit = cells.get(columns.indexOf("Unit")).replace("us/op", "µs").replace("/op", "");
      table.append("| `").append(name(columns, cells)).append("` | ");
      table.append(number(cells.get(columns.indexOf("Score")))).append(' ').append(unit);
      table.append(" | ").append(number(cells.get(columns.indexOf("Score Error (99.9%)"))));
      table.append(" |\n");
    }
    return table.toString();
  }

  /** Class and method, and what its parameters were. */
  private static String name(List<String> columns, List<String> cells) {
    var full = cells.get(0);
    var name =
        new StringBuilder(full.substring(full.lastIndexOf('.', full.lastIndexOf('.') - 1) + 1));
    for (var i = 0; i < columns.size(); i++) {
      var isGiven = i < cells.size() && !cells.get(i).isEmpty();
      if (columns.get(i).startsWith("Param: ") && isGiven) {
        name.append(", ").append(columns.get(i).substring("Param: ".length()));
        name.append(' ').append(cells.get(i));
      }
    }
    return name.toString();
  }

  private static String number(String cell) {
    return cell.equals("NaN") ? "–" : Spread.rounded(Double.parseDouble(cell));
  }

  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    Arrays.stream(line.split(",", -1)).map(cell -> cell.replace("\"", "")).forEach(cells::add);
    return cells;
  }
}

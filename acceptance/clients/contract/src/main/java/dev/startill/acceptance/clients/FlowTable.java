package dev.startill.acceptance.clients;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown: a row for each flow, a column for each client. */
final class FlowTable {
  private static final String FLOW = "What the buyer does";
  private static final String VERSION = "*version*";

  private final List<String> clients = new ArrayList<>();
  private final SequencedMap<String, SequencedMap<String, String>> rows = new LinkedHashMap<>();

  private FlowTable() {}

  /** Reads the lines of a table; of none, an empty one. */
  static FlowTable read(List<String> lines) {
    var table = new FlowTable();
    if (lines.size() < 2) {
      return table;
    }
    cells(lines.getFirst()).skip(1).forEach(table.clients::add);
    for (var line : lines.subList(2, lines.size())) {
      var cells = cells(line).toList();
      var row = table.row(cells.getFirst());
      for (int i = 0; i < table.clients.size(); i++) {
        row.put(table.clients.get(i), cells.get(i + 1));
      }
    }
    return table;
  }

  /** Replaces a client's column; a flow that nobody runs any longer leaves the table. */
  void put(String client, String version, SequencedMap<String, String> flows) {
    if (!clients.contains(client)) {
      clients.add(client);
    }
    rows.values().forEach(row -> row.remove(client));
    row(VERSION).put(client, version);
    flows.forEach((flow, outcome) -> row(flow).put(client, outcome));
    rows.values().removeIf(row -> row.values().stream().allMatch(String::isEmpty));
  }

  /** The table's lines, each with its end. */
  @Override
  public String toString() {
    var lines = new ArrayList<String>();
    lines.add(line(Stream.concat(Stream.of(FLOW), clients.stream())));
    lines.add("|" + " --- |".repeat(clients.size() + 1));
    rows.forEach(
        (flow, row) ->
            lines.add(
                line(
                    Stream.concat(
                        Stream.of(flow), clients.stream().map(who -> row.getOrDefault(who, ""))))));
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private SequencedMap<String, String> row(String flow) {
    return rows.computeIfAbsent(flow, unknown -> new LinkedHashMap<>());
  }

  private static String line(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static Stream<String> cells(String line) {
    return Arrays.stream(line.substring(1).split("\\|", -1))
        .map(String::strip)
        .limit(line.chars().filter(c -> c == '|').count() - 1);
  }
}

package dev.startill.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The page that shows which client has done what: a table for each road of updates, a column for
 * each client. Whoever has run fills in its own column; the words around the tables are people's.
 */
final class ClientsPage {
  private static final String PAGE = "docs/reference/sandbox-clients.md";

  private ClientsPage() {}

  /** Compares a client's column with what its flows have come to, or writes it. */
  static void check(Client client, SequencedMap<String, String> flows) {
    var file = root().resolve(PAGE);
    try {
      var page = Files.readString(file);
      var expected = with(page, client, flows);
      if ("write".equals(System.getProperty("golden"))) {
        Files.writeString(file, expected);
      } else {
        assertThat(page).as("rewrite it with: mvn test -Dgolden=write").isEqualTo(expected);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The page with this column in it. */
  static String with(String page, Client client, SequencedMap<String, String> flows) {
    var lines = page.lines().toList();
    int heading = lines.indexOf("## " + client.updates().heading());
    int begin = first(lines.size(), heading, line -> lines.get(line).startsWith("|"));
    int end = first(lines.size(), begin, line -> !lines.get(line).startsWith("|"));
    var table = FlowTable.read(lines.subList(begin, end));
    table.put(client.name(), client.version(), flows);
    return String.join("\n", lines.subList(0, begin))
        + "\n"
        + table
        + lines.subList(end, lines.size()).stream()
            .map(line -> line + "\n")
            .collect(Collectors.joining());
  }

  private static int first(int size, int from, java.util.function.IntPredicate so) {
    return IntStream.range(Math.max(from, 0), size).filter(so).findFirst().orElse(size);
  }

  private static Path root() {
    var folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("LICENSE"))) {
      folder = Objects.requireNonNull(folder.getParent(), "not inside the project");
    }
    return folder;
  }
}

package dev.startill.server.tools;

import dev.startill.jdbc.Login;
import dev.startill.jdbc.Move;
import dev.startill.server.cli.Options;
import dev.startill.server.cli.Progress;
import dev.startill.server.words.Wording;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** {@code migrate}: moves a store that nobody serves to another database. */
final class Migrate {
  static final Tool TOOL =
      new Tool(
          "migrate",
          Set.of("--from", "--from-table-prefix", "--to", "--to-table-prefix"),
          Set.of(),
          0,
          Migrate::run);

  private Migrate() {}

  private static int run(Call call) {
    var from = login(call, "--from");
    var to = login(call, "--to");
    var moved = moved(call, Move.of(from, to, InstantSource.system(), new SecureRandom()));
    call.answer(words(moved), forMachine(moved));
    return Tool.DONE;
  }

  private static Move.Moved moved(Call call, Move move) {
    try (var shown = new Shown(call)) {
      return move.run(shown);
    }
  }

  private static Login login(Call call, String option) {
    var url =
        call.options()
            .text(option)
            .orElseThrow(
                () ->
                    new Options.UsageException(
                        "migrate needs %s, the JDBC URL of a database. See ./startill --help."
                            .formatted(option)));
    return Login.in(url).withTablePrefix(call.options().text(option + "-table-prefix", ""));
  }

  private static String words(Move.Moved moved) {
    var found =
        moved.discrepancies() == 0
            ? "The books of every bot were recomputed there, and are whole."
            : "%s things do not fit in the books, as before the move: './startill verify' names them."
                .formatted(Wording.count(moved.discrepancies()));
    return """
    %s of %s in the new database now, each compared with where it came from.
    %s
    The old one is as it was, but for a mark: no Startill serves it any more. Set store.url, and start."""
        .formatted(
            moved.rows() == 1 ? "1 row" : Wording.count(moved.rows()) + " rows",
            moved.bots() == 1 ? "1 bot" : moved.bots() + " bots",
            found);
  }

  private static Map<String, Object> forMachine(Move.Moved moved) {
    return Map.of(
        "rows", moved.rows(), "bots", moved.bots(), "discrepancies", moved.discrepancies());
  }

  /** A line of progress for each part. For one thread. */
  private static final class Shown implements Move.Watcher, AutoCloseable {
    private final Call call;
    private Progress progress;

    Shown(Call call) {
      this.call = call;
      this.progress = Progress.silent(call.console());
    }

    @Override
    public void begins(Move.Part part, long all) {
      progress.close();
      progress = call.progress(title(part), "rows").outOf(all);
    }

    @Override
    public void at(long rows) {
      progress.at(rows);
    }

    @Override
    public void close() {
      progress.close();
      progress = Progress.silent(call.console());
    }

    private static String title(Move.Part part) {
      return switch (part) {
        case COPY -> "Copying";
        case COMPARE -> "Comparing";
        case AUDIT -> "Checking the books";
      };
    }
  }
}

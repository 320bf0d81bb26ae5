package dev.startill.jdbc;

import dev.startill.port.Archive;
import dev.startill.port.Ids;
import dev.startill.port.SettingsException;
import dev.startill.port.StoreException;
import dev.startill.reconciliation.Audit;
import dev.startill.settings.Reconciling;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/**
 * Moves a store that nobody serves to another database, with the rows of all its bots. Nothing is
 * removed from where it was, but that database is marked, and no Startill serves it any more. A
 * move that died is begun again with the same two URLs and goes on where it was. For one thread.
 */
public final class Move {
  /** Is told how far the move has come. */
  public interface Watcher {
    /**
     * A part of it begins.
     *
     * @param all how many rows it is about
     */
    void begins(Part part, long all);

    /** So many rows of that part are done. */
    void at(long rows);
  }

  /** What a move does, one after the other. */
  public enum Part {
    COPY,
    COMPARE,
    AUDIT
  }

  /**
   * What came of it.
   *
   * @param rows how many there are, each compared with where it came from
   * @param bots how many bots' books were recomputed
   * @param discrepancies how many the books had, which they had before as well
   */
  public record Moved(long rows, int bots, long discrepancies) {}

  private final Login from;
  private final Login to;
  private final InstantSource clock;
  private final Ids ids;

  private Move(Login from, Login to, InstantSource clock, Ids ids) {
    this.from = from;
    this.to = to;
    this.clock = clock;
    this.ids = ids;
  }

  /** From one JDBC URL to another. */
  public static Move of(String from, String to, InstantSource clock, RandomGenerator random) {
    return of(Login.in(from), Login.in(to), clock, random);
  }

  /** The same, from and to tables whose names may have a prefix. */
  public static Move of(Login from, Login to, InstantSource clock, RandomGenerator random) {
    return new Move(from, to, clock, new Ids(clock, random));
  }

  /**
   * Moves it, or goes on moving it.
   *
   * @throws SettingsException if a URL is none, or a process serves one of the files
   * @throws StoreException if the store is served, or the target holds another one
   */
  public Moved run(Watcher watcher) {
    var origin = Dialect.of(from);
    var goal = Dialect.of(to);
    if (origin.name().equals(goal.name())) {
      throw new SettingsException(
          "--from and --to are the same database: %s.".formatted(goal.name()));
    }
    if (from.url().startsWith(Sqlite.PREFIX) && Files.notExists(Sqlite.file(from.url()))) {
      throw new SettingsException("There is no database %s.".formatted(origin.name()));
    }
    try (var locks = new Locks()) {
      locks.take(from.url());
      locks.take(to.url());
      try (var source = MoveEnd.open(origin, clock);
          var target = MoveEnd.open(goal, clock)) {
        var move = begin(source, target);
        var moved = copy(source, target, watcher);
        source.mark(new MoveMark(MoveMark.Kind.MOVED, move, target.name()));
        target.erase();
        return moved;
      }
    }
  }

  /** Marks both ends, unless they are marked already; the name of the move. */
  private String begin(MoveEnd source, MoveEnd target) {
    var left = source.mark();
    var arriving = target.mark();
    if (left.isPresent()) {
      var mark = left.get();
      var isThisOne =
          mark.kind() != MoveMark.Kind.ARRIVING
              && mark.other().equals(target.name())
              && arriving
                  .map(other -> other.move().equals(mark.move()))
                  .orElse(isFresh(mark, target));
      if (!isThisOne) {
        throw mark.refusal(source.name());
      }
      arrive(source, target, mark.move());
      return mark.move();
    }
    if (arriving.isPresent()) {
      throw arriving.get().refusal(target.name());
    }
    refuseOthers(source, target);
    var move = ids.next("mv");
    source.shut(new MoveMark(MoveMark.Kind.LEAVING, move, target.name()));
    arrive(source, target, move);
    return move;
  }

  /** A move that died before it had marked its target. */
  private static boolean isFresh(MoveMark mark, MoveEnd target) {
    return mark.kind() == MoveMark.Kind.LEAVING && target.rows() == 0;
  }

  private static void arrive(MoveEnd source, MoveEnd target, String move) {
    target.mark(new MoveMark(MoveMark.Kind.ARRIVING, move, source.name()));
  }

  private static void refuseOthers(MoveEnd source, MoveEnd target) {
    var node = source.servedBy();
    if (node.isPresent()) {
      throw new StoreException(
          "%s: node %s serves it. Stop all nodes; one that was killed counts as gone within a minute."
              .formatted(source.name(), node.get()));
    }
    if (source.rows() == 0) {
      throw new StoreException("%s: it holds no store.".formatted(source.name()));
    }
    if (target.rows() > 0) {
      throw new StoreException(
          "%s: it holds a store already. Name an empty database.".formatted(target.name()));
    }
  }

  private Moved copy(MoveEnd source, MoveEnd target, Watcher watcher) {
    var rows = source.rows();
    watcher.begins(Part.COPY, rows);
    new RowCopy(source, target, watcher::at).all();
    watcher.begins(Part.COMPARE, rows);
    var compared = new RowComparison(source, target, watcher::at).all();
    var bots = target.bots();
    var found = 0L;
    for (var bot : bots) {
      var size = target.books(bot, books -> books.read(snapshot -> snapshot.size()));
      watcher.begins(Part.AUDIT, size.postings() + size.charges() + size.lines());
      var audit = target.books(bot, books -> audit(books, watcher));
      if (!audit.agrees() && !audit.equals(source.books(bot, books -> audit(books, watcher)))) {
        throw new StoreException(
            "The books of bot %s do not come out the same in %s as in %s. Nothing was removed; please report this."
                .formatted(bot, target.name(), source.name()));
      }
      found += audit.count();
    }
    return new Moved(compared, bots.size(), found);
  }

  private static Audit audit(Archive books, Watcher watcher) {
    return Audit.of(books, Audit.Outside.NOTHING, Reconciling.defaults(), watcher::at);
  }

  /** The right to serve, of those databases that are files. */
  private static final class Locks implements AutoCloseable {
    private final Deque<ServeLock> taken = new ArrayDeque<>();

    void take(String url) {
      if (url.startsWith(Sqlite.PREFIX)) {
        taken.push(ServeLock.take(url));
      }
    }

    @Override
    public void close() {
      taken.forEach(ServeLock::close);
    }
  }
}

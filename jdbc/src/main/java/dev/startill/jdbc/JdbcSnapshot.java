package dev.startill.jdbc;

import dev.startill.party.BotId;
import dev.startill.port.Archive;
import dev.startill.port.Archive.ChargeFile;
import dev.startill.port.Archive.Entry;
import dev.startill.port.Archive.LineFile;
import dev.startill.port.Archive.Movement;
import dev.startill.port.Archive.Size;
import dev.startill.port.Archive.Sum;
import dev.startill.port.Cursor;
import java.util.function.Consumer;

/** The books of the moment at which a read transaction began. For one thread, while that lasts. */
final class JdbcSnapshot implements Archive.Snapshot {
  private final Session session;
  private final BotId bot;

  JdbcSnapshot(Session session, BotId bot) {
    this.session = session;
    this.bot = bot;
  }

  @Override
  public Size size() {
    return session
        .one(
            Sql.SIZE,
            row -> new Size(row.getLong("postings"), row.getLong("charges"), row.getLong("lines")),
            bot.value(),
            bot.value(),
            bot.value())
        .orElseThrow();
  }

  @Override
  public Cursor cursor() {
    return StatementTable.cursor(session, bot);
  }

  @Override
  public void entries(Consumer<Entry> each) {
    session.each(Sql.WALK_POSTINGS, new ChainWalk(bot)::next, each, bot.value());
  }

  @Override
  public void sums(Consumer<Sum> each) {
    session.each(
        Sql.WALK_SUMS,
        row -> new Sum(row.getLong("seq"), row.getString("account"), row.getLong("nanostars")),
        each,
        bot.value());
  }

  @Override
  public void charges(Consumer<ChargeFile> each) {
    var files =
        new Adjacent<ChargeFile>(
            (one, next) -> one.charge().id().equals(next.charge().id()), ArchiveRows::both, each);
    session.each(Sql.WALK_CHARGES, ArchiveRows::chargeFile, files, bot.value());
    files.end();
  }

  @Override
  public void lines(Consumer<LineFile> each) {
    var files =
        new Adjacent<LineFile>(
            (one, next) -> one.line().equals(next.line()), ArchiveRows::both, each);
    session.each(Sql.WALK_LINES, ArchiveRows::lineFile, files, bot.value());
    files.end();
  }

  @Override
  public void movements(Consumer<Movement> each) {
    session.each(
        Sql.WALK_MOVEMENTS,
        ArchiveRows::movement,
        movement -> movement.ifPresent(each),
        bot.value());
  }
}

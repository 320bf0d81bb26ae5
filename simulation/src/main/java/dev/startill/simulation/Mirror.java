package dev.startill.simulation;

import dev.startill.sandbox.world.Chat;
import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.Partner;
import dev.startill.sandbox.world.StarTransaction;
import dev.startill.sandbox.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Copies what the World's books and chats say into tables beside the database, so that both can be
 * asked in one question. For one thread.
 */
final class Mirror {
  private static final String TABLES =
      """
      CREATE TEMP TABLE w_charge (id TEXT PRIMARY KEY, user INT, nanos INT, payload TEXT, at INT);
      CREATE TEMP TABLE w_gone (id TEXT PRIMARY KEY, nanos INT);
      CREATE TEMP TABLE w_balance (nanos INT);
      CREATE TEMP TABLE w_shown (order_id TEXT, user INT, code TEXT);
      CREATE TEMP TABLE w_handled (order_id TEXT PRIMARY KEY, has INT);
      CREATE TEMP TABLE w_jump (seconds INT);
      CREATE TEMP TABLE w_refunded (id TEXT PRIMARY KEY);
      CREATE TEMP TABLE w_forged (id TEXT PRIMARY KEY);
      """;

  private static final long MICROS = 1_000_000;
  private static final int PAGE = 1_000;
  private static final Pattern ORDER = Pattern.compile("ord_[0-9a-z]{26}");
  private static final Pattern CODE = Pattern.compile("CODE-[0-9]{4}");

  private final World world;
  private final PreparedStatement charge;
  private final PreparedStatement gone;
  private final PreparedStatement balance;
  private final PreparedStatement shown;
  private final PreparedStatement handled;
  private final PreparedStatement jump;
  private final PreparedStatement refunded;
  private final PreparedStatement forged;
  private final Map<Long, Long> read = new HashMap<>();
  private int lines;
  private long held = Long.MIN_VALUE;

  Mirror(World world, Connection connection) throws SQLException {
    this.world = world;
    try (var statement = connection.createStatement()) {
      statement.executeUpdate(TABLES);
    }
    this.charge =
        connection.prepareStatement("/* quick */ INSERT INTO temp.w_charge VALUES (?, ?, ?, ?, ?)");
    this.gone =
        connection.prepareStatement("/* quick */ INSERT OR IGNORE INTO temp.w_gone VALUES (?, ?)");
    this.balance =
        connection.prepareStatement(
            "/* quick */ INSERT OR REPLACE INTO temp.w_balance (rowid, nanos) VALUES (1, ?)");
    this.shown =
        connection.prepareStatement("/* quick */ INSERT INTO temp.w_shown VALUES (?, ?, ?)");
    this.handled =
        connection.prepareStatement(
            "/* quick */ INSERT OR REPLACE INTO temp.w_handled VALUES (?, ?)");
    this.jump = connection.prepareStatement("/* quick */ INSERT INTO temp.w_jump VALUES (?)");
    this.refunded =
        connection.prepareStatement("/* quick */ INSERT OR IGNORE INTO temp.w_refunded VALUES (?)");
    this.forged =
        connection.prepareStatement("/* quick */ INSERT OR IGNORE INTO temp.w_forged VALUES (?)");
  }

  /** Copies what is new. */
  void look() throws SQLException {
    for (var line : world.books().lines(Stage.BOT, lines, PAGE)) {
      lines++;
      enter(line);
    }
    var now = Translation.nanos(world.books().balance(Stage.BOT));
    if (now != held) {
      held = now;
      put(balance, now);
    }
    for (var user : world.people().users()) {
      var after = read.getOrDefault(user.id(), 0L);
      for (var message : world.chats().messages(new Chat.Private(Stage.BOT, user.id()), after)) {
        read.put(user.id(), message.id());
        show(user.id(), message);
      }
    }
  }

  /** The merchant's own book. */
  void merchantDid(String deed, String order) throws SQLException {
    put(handled, order, deed.equals("fulfil") ? 1 : 0);
  }

  /** The engine's clock is off by so much. */
  void jumped(long seconds) throws SQLException {
    put(jump, seconds);
  }

  /** The engine asked for it, and it was done. */
  void refunded(String id) throws SQLException {
    put(refunded, id);
  }

  /** An update about this payment was made up. */
  void forged(String id) throws SQLException {
    put(forged, id);
  }

  private void enter(StarTransaction line) throws SQLException {
    var nanos = Translation.nanos(line.amount());
    if (!line.incoming()) {
      put(gone, line.id(), nanos);
    } else if (line.partner() instanceof Partner.User user
        && user.purpose() instanceof Partner.Purpose.Invoice invoice) {
      put(charge, line.id(), user.user(), nanos, invoice.payload(), line.date() * MICROS);
    }
  }

  private void show(long user, Message message) throws SQLException {
    if (message.from() != Stage.BOT) {
      return;
    }
    var text =
        switch (message.content()) {
          case Content.Text t -> t.text();
          case Content.Attachment a -> a.caption().text();
          case Content other -> "";
        };
    var order = ORDER.matcher(text);
    if (order.find()) {
      var code = CODE.matcher(text);
      put(shown, order.group(), user, code.find() ? code.group() : "");
    }
  }

  private static void put(PreparedStatement statement, Object... values) throws SQLException {
    for (var i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.executeUpdate();
  }
}

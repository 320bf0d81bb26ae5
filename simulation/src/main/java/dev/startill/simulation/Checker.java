package dev.startill.simulation;

import dev.startill.sandbox.world.Content;
import dev.startill.sandbox.world.Update;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says whether every {@link Invariant} holds. It reads the database over a connection of its own,
 * and the World's books; of the engine it knows nothing but what that says to the world. It
 * remembers the first breach. For one thread.
 */
final class Checker implements AutoCloseable {
  private static final String MEMORY =
      """
      CREATE TEMP TABLE seen_charge (id TEXT PRIMARY KEY, buyer INT, amount INT, standing TEXT);
      CREATE TEMP TABLE seen_order (id TEXT PRIMARY KEY, charge TEXT);
      CREATE TEMP TABLE seen_message (id TEXT PRIMARY KEY, state TEXT);
      CREATE TEMP TABLE seen_code (code TEXT PRIMARY KEY, state TEXT);
      """;

  private static final String[] REMEMBER = {
    """
    /* quick */ INSERT OR REPLACE INTO seen_charge
    SELECT c.id, c.buyer, c.amount, c.standing FROM charge c
    WHERE NOT EXISTS (SELECT 1 FROM seen_charge s WHERE s.id = c.id AND s.standing = c.standing)
    """,
    """
    /* quick */ INSERT OR REPLACE INTO seen_order
    SELECT o.id, o.charge FROM orders o
    WHERE NOT EXISTS (SELECT 1 FROM seen_order s WHERE s.id = o.id AND s.charge IS o.charge)
    """,
    """
    /* quick */ INSERT OR REPLACE INTO seen_message
    SELECT m.id, m.state FROM outbox m
    WHERE NOT EXISTS (SELECT 1 FROM seen_message s WHERE s.id = m.id AND s.state = m.state)
    """,
    """
    /* quick */ INSERT OR REPLACE INTO seen_code
    SELECT k.code, k.state FROM code k
    WHERE NOT EXISTS (SELECT 1 FROM seen_code s WHERE s.code = k.code AND s.state = k.state)
    """,
  };

  private static final Pattern ORDER = Pattern.compile("ord_[0-9a-z]{26}");

  private final Stage stage;
  private final Connection connection;
  private final Mirror mirror;
  private final Chain chain;
  private final Map<Invariant, PreparedStatement> questions = new EnumMap<>(Invariant.class);
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private @Nullable Breach breach;
  private long version = -1;

  Checker(Stage stage) throws SQLException {
    this.stage = stage;
    this.connection = stage.database.reader();
    try (var statement = connection.createStatement()) {
      statement.executeUpdate("PRAGMA temp_store = MEMORY");
      statement.executeUpdate(MEMORY);
    }
    this.mirror = new Mirror(stage.world, connection);
    this.chain = new Chain(connection);
  }

  /** The first breach, if there was one. */
  Optional<Breach> breach() {
    return Optional.ofNullable(breach);
  }

  /** After a step. */
  void afterStep() {
    look(Invariant.Moment.STEP);
  }

  /** When all has come to rest. */
  void atTheEnd() {
    look(Invariant.Moment.STEP);
    look(Invariant.Moment.END);
  }

  /** The engine says yes to this checkout. */
  void approving(String checkout) {
    require(
        Invariant.APPROVAL_IS_COMMITTED,
        "SELECT 1 FROM orders WHERE state = 'APPROVED' AND checkout = ?",
        checkout);
  }

  /** The engine calls Telegram. */
  void calling(String what) {
    if (stage.isInTransaction()) {
      breached(Invariant.TOLD_AFTER_THE_COMMIT, what);
    }
  }

  /** The engine writes this to a buyer. */
  void telling(String text) {
    var order = ORDER.matcher(text);
    if (order.find()) {
      requirePaid(order.group());
    }
  }

  /** The engine lets the merchant's handler hand over the goods of this order. */
  void fulfilling(String order) {
    requirePaid(order);
  }

  private void requirePaid(String order) {
    require(
        Invariant.SENT_WHEN_PAID,
        "SELECT 1 FROM orders o JOIN charge c ON c.id = o.charge WHERE o.id = ? AND o.state = 'PAID'",
        order);
  }

  /** The engine sends this charge back. */
  void refunding(String charge) {
    var theirs =
        stage.world.till().find(charge).map(c -> c.invoice().payload()).orElse("st:never paid");
    if (!theirs.startsWith("st:")) {
      breached(Invariant.FOREIGN_IS_LEFT_ALONE, "sent back " + brief(charge));
    }
    require(
        Invariant.REFUNDED_AFTER_THE_COMMIT,
        """
        SELECT 1 FROM charge c
        WHERE (c.standing IN ('RETURNING', 'UNKNOWN')
               OR (c.standing IN ('RETURNED', 'TAKEN_BACK') AND EXISTS (
                     SELECT 1 FROM outbox m
                     WHERE m.charge = c.id AND m.kind = 'REFUND' AND m.leased = 1)))
          AND c.id = ?
        """,
        charge);
    require(
        Invariant.REVOKED_BEFORE_REFUNDED,
        """
        SELECT 1 WHERE NOT EXISTS (
          SELECT 1 FROM outbox r JOIN outbox m ON m.bot = r.bot AND m.order_id = r.order_id
          WHERE r.kind = 'REFUND' AND r.state = 'WAITING' AND m.kind IN ('HAND_OVER', 'REVOKE')
            AND m.state = 'WAITING' AND m.position < r.position AND m.written_at <= r.written_at
            AND r.charge = ?)
        """,
        charge);
  }

  /** The merchant's own code did this. */
  void merchantDid(String deed, String order) {
    try {
      mirror.merchantDid(deed, order);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The engine's clock is off by so much from now on. */
  void jumped(long seconds) {
    try {
      mirror.jumped(seconds);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Telegram sent this charge back because the engine asked. */
  void refunded(String charge) {
    try {
      mirror.refunded(charge);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Somebody made this payment up. */
  void forged(String charge) {
    try {
      mirror.forged(charge);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The first column of what the database says. */
  List<String> texts(String question) {
    try (var rows = statement(question).executeQuery()) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    } catch (SQLException e) {
      throw new IllegalStateException("The checker cannot read the database.", e);
    }
  }

  /** The update will not come again. */
  void acknowledging(Update update) {
    if (update.body() instanceof Update.Arrived arrived) {
      if (arrived.message().content() instanceof Content.Paid paid) {
        acknowledging(paid.charge().id(), paid.charge().invoice().payload(), "");
      } else if (arrived.message().content() instanceof Content.Refunded back) {
        acknowledging(
            back.charge().id(),
            back.charge().invoice().payload(),
            " AND standing IN ('RETURNED', 'TAKEN_BACK')");
      }
    }
  }

  private void acknowledging(String charge, String payload, String standing) {
    if (payload.startsWith("st:")) {
      require(
          Invariant.ACKNOWLEDGED_AFTER_THE_COMMIT,
          "SELECT 1 FROM charge WHERE id = ?" + standing,
          charge);
    }
  }

  /** The engine threw what it does not say it throws. */
  void escaped(Throwable defect) {
    breached(Invariant.NO_DEFECT, defect.toString());
    for (var frame : defect.getStackTrace()) {
      stage.trace.say("    at " + frame);
    }
  }

  /** How many rows there are of something. */
  long count(String question) {
    try (var row = statement(question).executeQuery()) {
      return row.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("The checker cannot read the database.", e);
    }
  }

  /** As much of an id as tells it from others. */
  static String brief(String id) {
    return id.length() > 14 ? id.substring(0, 14) : id;
  }

  private void look(Invariant.Moment moment) {
    if (breach != null) {
      return;
    }
    try {
      mirror.look();
      var now = version();
      if (moment == Invariant.Moment.STEP && now == version) {
        return;
      }
      version = now;
      for (var invariant : Invariant.values()) {
        if (invariant.moment() == moment && !invariant.question().isEmpty()) {
          ask(invariant);
        }
      }
      chain.firstFlaw().ifPresent(flaw -> breached(Invariant.CHAIN_IS_WHOLE, flaw));
      for (var words : REMEMBER) {
        statement(words).executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The checker cannot read the database.", e);
    }
  }

  /** Changes with every commit of another connection. */
  private long version() throws SQLException {
    try (var row = statement("PRAGMA data_version").executeQuery()) {
      return row.getLong(1);
    }
  }

  private void ask(Invariant invariant) throws SQLException {
    var question = questions.get(invariant);
    if (question == null) {
      question = connection.prepareStatement(invariant.question());
      questions.put(invariant, question);
    }
    try (var row = question.executeQuery()) {
      if (row.next()) {
        breached(invariant, words(row));
      }
    }
  }

  private static String words(ResultSet row) throws SQLException {
    var words = new StringJoiner(" | ");
    for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
      words.add(String.valueOf(row.getString(i)));
    }
    return words.toString();
  }

  private void require(Invariant invariant, String words, String id) {
    try {
      var question = statement(words);
      question.setString(1, id);
      try (var row = question.executeQuery()) {
        if (!row.next()) {
          breached(invariant, brief(id));
        }
      }
    } catch (SQLException e) {
      breached(Invariant.TOLD_AFTER_THE_COMMIT, "the database is in the middle of something: " + e);
    }
  }

  private PreparedStatement statement(String words) throws SQLException {
    var known = prepared.get(words);
    if (known == null) {
      known = connection.prepareStatement(words);
      prepared.put(words, known);
    }
    return known;
  }

  /** It does not hold. */
  void breached(Invariant invariant, String what) {
    if (breach == null) {
      breach = new Breach(invariant, stage.trace.step(), what);
      stage.trace.say("BREACH " + breach);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

package dev.startill.simulation;

/**
 * What holds, whatever happens. Each has a name, a sentence, a moment at which it is looked at and,
 * unless that moment is a word of the engine to the world, a question to the database whose every
 * answer is a breach. The tables that begin with {@code w_} are a copy of the World's own books,
 * those with {@code seen_} what the database was at the step before.
 */
public enum Invariant {
  BOOKS_BALANCE(
      Moment.STEP,
      "What the postings of a charge leave with the bot is the charge's amount while its Stars are"
          + " kept, nothing once they went back, and nothing else.",
      """
      SELECT c.id, c.standing, COALESCE(SUM(CASE WHEN p.from_account IN ('BUYER') THEN p.nanostars
                                                 WHEN p.to_account IN ('BUYER') THEN -p.nanostars
                                                 ELSE 0 END), 0) AS held
      FROM charge c LEFT JOIN posting p
        ON p.bot = c.bot AND p.source IN
          ('charge:' || c.id, 'refund:' || c.id, 'chargeback:' || c.id, 'missing:' || c.id,
           'found:' || c.id)
      GROUP BY c.id
      HAVING held <> CASE WHEN c.standing IN ('KEPT', 'RETURNING', 'UNKNOWN') THEN c.amount ELSE 0 END
        AND NOT EXISTS (SELECT 1 FROM "case" k WHERE k.charge = c.id AND k.reason = 'RETURNED_TWICE')
      """),
  CHAIN_IS_WHOLE(
      Moment.STEP,
      "The postings are numbered without a gap, each sealed together with all before it; nothing"
          + " that was written is edited.",
      ""),
  CREDITED_ONCE(
      Moment.STEP,
      "Each charge is booked once, and pays for one order at most.",
      """
      SELECT c.id, (SELECT COUNT(*) FROM posting p WHERE p.source = 'charge:' || c.id) AS times
      FROM charge c WHERE times <> 1
      UNION ALL
      SELECT o.charge, COUNT(*) FROM orders o WHERE o.charge IS NOT NULL
      GROUP BY o.charge HAVING COUNT(*) > 1
      """),
  CHARGE_HAS_ONE_PLACE(
      Moment.STEP,
      "Each charge pays for an order, which says the same, or is stray, or is foreign; a stray one"
          + " that is kept has a case.",
      """
      SELECT c.id, c.order_id, c.why FROM charge c
      WHERE (c.order_id IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM orders o
              WHERE o.bot = c.bot AND o.id = c.order_id AND o.charge = c.id AND o.state = 'PAID'))
         OR (c.why IS NOT NULL AND c.why <> 'ACCEPTED' AND c.standing = 'KEPT' AND NOT EXISTS (
              SELECT 1 FROM "case" k
              WHERE k.bot = c.bot AND k.charge = c.id AND k.closed_at IS NULL))
      UNION ALL
      SELECT o.charge, o.id, 'no such charge' FROM orders o
      WHERE o.charge IS NOT NULL AND NOT EXISTS (
              SELECT 1 FROM charge c
              WHERE c.bot = o.bot AND c.id = o.charge AND c.order_id = o.id)
      """),
  OWED_GOODS_ARE_ON_THEIR_WAY(
      Moment.STEP,
      "Of a paid order whose Stars are kept, goods that are owed have a hand-over in the outbox,"
          + " goods that failed for good have a case, and none are taken back.",
      """
      SELECT o.id, o.goods, c.standing FROM orders o JOIN charge c ON c.bot = o.bot AND c.id = o.charge
      WHERE c.standing = 'KEPT'
        AND (o.goods = 'REVOKED' OR (o.goods = 'OWED' AND NOT EXISTS (
               SELECT 1 FROM outbox m WHERE m.bot = o.bot AND m.order_id = o.id
                 AND m.kind = 'HAND_OVER' AND m.state IN ('WAITING', 'PARKED')))
          OR (o.goods = 'FAILED' AND NOT EXISTS (
               SELECT 1 FROM "case" k
               WHERE k.bot = o.bot AND k.order_id = o.id AND k.closed_at IS NULL)))
      """),
  ONE_REFUND_AT_A_TIME(
      Moment.STEP,
      "A charge has one refund under way at most, and none once its Stars are back.",
      """
      SELECT m.charge, COUNT(*) FROM outbox m JOIN charge c ON c.bot = m.bot AND c.id = m.charge
      WHERE m.kind = 'REFUND' AND m.state = 'WAITING'
      GROUP BY m.charge HAVING COUNT(*) > 1
      UNION ALL
      SELECT SUBSTR(source, 8), COUNT(*) FROM posting WHERE source LIKE 'refund:%'
      GROUP BY source HAVING COUNT(*) > 1
      """),
  REFUND_IS_UNDER_WAY(
      Moment.STEP,
      "Stars that are being sent back have a refund in the outbox; of those whose refund's answer"
          + " was lost a person knows.",
      """
      SELECT c.id, c.standing FROM charge c
      WHERE (c.standing = 'RETURNING' AND NOT EXISTS (
              SELECT 1 FROM outbox m WHERE m.bot = c.bot AND m.charge = c.id
                AND m.kind = 'REFUND' AND m.refund = c.refund AND m.state = 'WAITING'))
         OR (c.standing = 'UNKNOWN' AND NOT EXISTS (
              SELECT 1 FROM "case" k WHERE k.bot = c.bot AND k.charge = c.id
                AND k.reason = 'REFUND_UNKNOWN' AND k.closed_at IS NULL))
      """),
  REFUND_MADE_IS_NOT_DENIED(
      Moment.STEP,
      "Stars that Telegram sent back because we asked are never said to be kept.",
      """
      SELECT c.id, c.standing FROM charge c JOIN w_refunded w ON w.id = c.id
      WHERE c.standing = 'KEPT'
      """),
  REFUNDING_IS_WHAT_IS_UNDER_WAY(
      Moment.STEP,
      "The account Refunding holds the Stars of charges whose refund is under way or unknown, and"
          + " nothing else.",
      """
      SELECT (SELECT COALESCE(SUM(CASE WHEN to_account = 'REFUNDING' THEN nanostars
                                       ELSE -nanostars END), 0)
              FROM posting WHERE 'REFUNDING' IN (from_account, to_account)) AS booked,
             (SELECT COALESCE(SUM(amount), 0) FROM charge
              WHERE standing IN ('RETURNING', 'UNKNOWN')) AS due
      WHERE booked <> due
      """),
  NOTHING_GOES_BACK_UNREAD(
      Moment.STEP,
      "Nothing is sent back by policy before the statement was read to its end once.",
      """
      SELECT subject, detail FROM event
      WHERE detail LIKE '%sent back by policy%'
        AND NOT EXISTS (SELECT 1 FROM statement WHERE read_to IS NOT NULL)
      """),
  ORDER_IS_PAID_AS_AGREED(
      Moment.STEP,
      "A paid order was paid by whom it was made for, and with its price.",
      """
      SELECT o.id, o.owner, c.buyer, t.price, c.amount FROM orders o
      JOIN charge c ON c.bot = o.bot AND c.id = o.charge
      JOIN terms t ON t.bot = o.bot AND t.hash = o.terms
      WHERE c.amount <> t.price OR c.buyer <> COALESCE(o.owner, c.buyer)
      """),
  CHARGE_IS_AS_PAID(
      Moment.STEP,
      "A charge's amount and buyer are those of Telegram's books, and never change.",
      """
      SELECT c.id, c.buyer, c.amount FROM charge c JOIN w_charge w ON w.id = c.id
      WHERE c.buyer <> w.user OR c.amount <> w.nanos
      UNION ALL
      SELECT c.id, c.buyer, c.amount FROM charge c JOIN seen_charge s ON s.id = c.id
      WHERE c.buyer <> s.buyer OR c.amount <> s.amount
      """),
  TERMINAL_STAYS(
      Moment.STEP,
      "What went back stays back, what is paid stays paid by the same charge, a settled message"
          + " stays settled, and what was written down is never fewer.",
      """
      SELECT 'charge ' || s.id, c.standing FROM seen_charge s LEFT JOIN charge c ON c.id = s.id
      WHERE c.id IS NULL OR (s.standing IN ('RETURNED', 'TAKEN_BACK') AND c.standing <> s.standing)
      UNION ALL
      SELECT 'order ' || s.id, o.charge FROM seen_order s LEFT JOIN orders o ON o.id = s.id
      WHERE o.id IS NULL OR (s.charge IS NOT NULL AND o.charge IS NOT s.charge)
      UNION ALL
      SELECT 'message ' || s.id, m.state FROM seen_message s JOIN outbox m ON m.id = s.id
      WHERE s.state IN ('SETTLED', 'WITHDRAWN') AND m.state <> s.state
      UNION ALL
      SELECT 'code ' || s.code, k.state FROM seen_code s LEFT JOIN code k ON k.code = s.code
      WHERE k.code IS NULL OR (s.state = 'REVOKED' AND k.state <> 'REVOKED')
      """),
  STOCK_IS_NOT_OVERSOLD(
      Moment.STEP,
      "No code is with two orders, none that a buyer has seen is free again, or was shown for"
          + " another order.",
      """
      SELECT order_id, COUNT(*) FROM code WHERE order_id IS NOT NULL
      GROUP BY order_id HAVING COUNT(*) > 1
      UNION ALL
      SELECT w.code, COUNT(DISTINCT w.order_id) FROM w_shown w WHERE w.code <> ''
      GROUP BY w.code HAVING COUNT(DISTINCT w.order_id) > 1
      UNION ALL
      SELECT w.code, k.state FROM w_shown w JOIN code k ON k.code = w.code
      WHERE k.state IN ('FREE', 'HELD') OR k.order_id IS NOT w.order_id
      """),
  GOODS_LEAVE_ONCE(
      Moment.STEP,
      "A hand-over reaches the chat once; more often only where an attempt's outcome was unknown,"
          + " and never more often than it was attempted.",
      """
      SELECT w.order_id, COUNT(*) AS shown FROM w_shown w GROUP BY w.order_id
      HAVING shown > (SELECT COALESCE(SUM(CASE WHEN m.uncertain = 1 THEN m.attempt ELSE 1 END), 0)
                      FROM outbox m WHERE m.order_id = w.order_id AND m.kind = 'HAND_OVER')
      """),
  APPROVED_HOLDS_A_CODE(
      Moment.STEP,
      "An approved order of a product that is sold by codes holds one of them.",
      """
      SELECT o.id FROM orders o JOIN terms t ON t.bot = o.bot AND t.hash = o.terms
      WHERE o.state = 'APPROVED' AND t.delivery = 'CODE' AND NOT EXISTS (
              SELECT 1 FROM code k WHERE k.bot = o.bot AND k.order_id = o.id AND k.state = 'HELD')
      """),
  HOLD_OUTLIVES_ITS_CHARGE(
      Moment.STEP,
      "Once the statement is read, no hold lapses while Telegram's books have its charge, as long as"
          + " the engine's clock goes right.",
      """
      SELECT e.subject, w.id FROM event e JOIN w_charge w ON w.payload = 'st:' || e.subject
      WHERE e.what = 'HoldLapsed' AND w.at + 1000000 <= e.at
        AND NOT EXISTS (SELECT 1 FROM charge c WHERE c.id = w.id AND c.order_id IS NULL)
        AND EXISTS (SELECT 1 FROM statement_line l WHERE l.kept_at < e.at)
        AND NOT EXISTS (SELECT 1 FROM w_jump WHERE seconds <> 0)
      """),
  NO_DEFECT(
      Moment.STEP,
      "The engine throws nothing but what it says it throws, and no message meets a defect.",
      """
      SELECT id, because FROM outbox WHERE because LIKE 'A defect:%'
      """),
  APPROVAL_IS_COMMITTED(
      Moment.WORD, "Telegram hears yes to a checkout only after the attempt is committed.", ""),
  TOLD_AFTER_THE_COMMIT(Moment.WORD, "Telegram is called only while no transaction is open.", ""),
  SENT_WHEN_PAID(Moment.WORD, "Goods leave only for an order that is committed as paid.", ""),
  FOREIGN_IS_LEFT_ALONE(
      Moment.STEP,
      "What other code of the bot sold is no charge of ours, and is never sent back by us.",
      """
      SELECT c.id, w.payload FROM charge c JOIN w_charge w ON w.id = c.id
      WHERE w.payload NOT LIKE 'st:%'
      """),
  REFUNDED_AFTER_THE_COMMIT(
      Moment.WORD,
      "Stars are sent back only while the charge says, committed, that they are being returned.",
      ""),
  UNKNOWN_REFUND_IS_NOT_REPEATED(
      Moment.WORD,
      "A refund whose outcome is unknown is not asked for again before the statement was read.",
      ""),
  REVOKED_BEFORE_REFUNDED(
      Moment.WORD,
      "Stars are sent back only after their goods were taken back, or that was given up.",
      ""),
  ACKNOWLEDGED_AFTER_THE_COMMIT(
      Moment.WORD, "An update is acknowledged only after what it tells is committed.", ""),
  EVERY_STAR_IS_KNOWN(
      Moment.END,
      "Every payment in Telegram's books that is ours is in the database, and went back in both or"
          + " in neither.",
      """
      SELECT w.id, w.payload, c.standing, g.id FROM w_charge w
      LEFT JOIN charge c ON c.id = w.id LEFT JOIN w_gone g ON g.id = w.id
      WHERE w.payload LIKE 'st:%'
        AND (c.id IS NULL OR (g.id IS NOT NULL) <> (c.standing IN ('RETURNED', 'TAKEN_BACK')))
      """),
  NOTHING_IS_PENDING(
      Moment.END,
      "Nothing waits to leave, no checkout is held, no refund is under way or unknown, no goods are"
          + " owed, and no difference is unsettled.",
      """
      SELECT id, state FROM orders WHERE state IN ('OPEN', 'APPROVED')
      UNION ALL
      SELECT id, kind || ' ' || because FROM outbox WHERE state IN ('WAITING', 'PARKED')
      UNION ALL
      SELECT id, standing FROM charge WHERE standing IN ('RETURNING', 'UNKNOWN')
      UNION ALL
      SELECT o.id, o.goods FROM orders o JOIN charge c ON c.id = o.charge
      WHERE o.goods = 'OWED' AND c.standing = 'KEPT'
      UNION ALL
      SELECT id, reason FROM "case"
      WHERE closed_at IS NULL AND reason IN ('REFUND_UNKNOWN', 'BALANCE_DIFFERS')
      """),
  STATEMENT_IS_KEPT(
      Moment.END,
      "Every line of Telegram's books stands among the lines that we keep.",
      """
      SELECT 'came ' || w.id, w.nanos FROM w_charge w WHERE NOT EXISTS (
        SELECT 1 FROM statement_line l
        WHERE l.id = w.id AND l.way = 'CAME' AND l.nanostars = w.nanos)
      UNION ALL
      SELECT 'went ' || g.id, g.nanos FROM w_gone g WHERE NOT EXISTS (
        SELECT 1 FROM statement_line l
        WHERE l.id = g.id AND l.way = 'WENT' AND l.nanostars = g.nanos)
      """),
  GOODS_GO_BACK_WITH_THE_STARS(
      Moment.END,
      "Of an order whose Stars went back the goods are taken back, or a person knows that they are"
          + " not.",
      """
      SELECT o.id, o.goods, c.standing FROM orders o
      JOIN charge c ON c.bot = o.bot AND c.id = o.charge
      WHERE c.standing IN ('RETURNED', 'TAKEN_BACK') AND o.goods <> 'REVOKED'
        AND NOT EXISTS (SELECT 1 FROM "case" k WHERE k.bot = o.bot AND k.order_id = o.id
                          AND k.reason = 'REVOCATION_FAILED' AND k.closed_at IS NULL)
      """),
  GOODS_ARE_WHERE_WE_SAY(
      Moment.END,
      "Whoever is said to have the goods has them, and whoever's order a handler took back does not.",
      """
      SELECT o.id, o.goods, t.delivery FROM orders o
      JOIN charge c ON c.id = o.charge JOIN terms t ON t.bot = o.bot AND t.hash = o.terms
      WHERE (o.goods = 'HANDED_OVER' AND t.delivery <> 'HANDLER' AND NOT EXISTS (
              SELECT 1 FROM w_shown w WHERE w.order_id = o.id AND w.user = c.buyer))
         OR (o.goods = 'HANDED_OVER' AND t.delivery = 'HANDLER' AND NOT EXISTS (
              SELECT 1 FROM w_handled h WHERE h.order_id = o.id AND h.has = 1)
              AND NOT EXISTS (
              SELECT 1 FROM "case" k WHERE k.bot = o.bot AND k.order_id = o.id
                AND k.reason = 'REVOCATION_FAILED' AND k.closed_at IS NULL))
         OR (o.goods = 'REVOKED' AND t.delivery = 'HANDLER' AND EXISTS (
              SELECT 1 FROM w_handled h WHERE h.order_id = o.id AND h.has = 1))
      """),
  LEDGER_IS_TELEGRAMS(
      Moment.END,
      "The inside accounts hold what Telegram holds for the bot, to the nanostar.",
      """
      SELECT b.nanos, l.nanos FROM w_balance b,
        (SELECT COALESCE(SUM(CASE WHEN from_account IN ('BUYER', 'FRAGMENT', 'WORLD')
                                  THEN nanostars ELSE 0 END)
                       - SUM(CASE WHEN to_account IN ('BUYER', 'FRAGMENT', 'WORLD')
                                  THEN nanostars ELSE 0 END), 0) AS nanos FROM posting) l
      WHERE b.nanos <> l.nanos
      """);

  /** When an invariant is looked at. */
  public enum Moment {
    /** After every step. */
    STEP,
    /** When the engine says something to the world. */
    WORD,
    /** When all has come to rest. */
    END
  }

  private final Moment moment;
  private final String sentence;
  private final String question;

  Invariant(Moment moment, String sentence, String question) {
    this.moment = moment;
    this.sentence = sentence;
    this.question = question;
  }

  /** When it is looked at. */
  public Moment moment() {
    return moment;
  }

  /** What it says. */
  public String sentence() {
    return sentence;
  }

  /** What it asks the database; empty where it looks at a word of the engine. */
  public String question() {
    return question;
  }
}

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
      "A paid order whose goods are owed has a hand-over in the outbox; one whose goods failed for"
          + " good, and whose Stars are kept, has a case.",
      """
      SELECT o.id, o.goods, c.standing FROM orders o JOIN charge c ON c.bot = o.bot AND c.id = o.charge
      WHERE c.standing = 'KEPT'
        AND ((o.goods = 'OWED' AND NOT EXISTS (
               SELECT 1 FROM outbox m WHERE m.bot = o.bot AND m.order_id = o.id
                 AND m.kind = 'HAND_OVER' AND m.state IN ('WAITING', 'PARKED')))
          OR (o.goods = 'FAILED' AND NOT EXISTS (
               SELECT 1 FROM "case" k
               WHERE k.bot = o.bot AND k.order_id = o.id AND k.closed_at IS NULL)))
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
      """),
  STOCK_IS_NOT_OVERSOLD(
      Moment.STEP,
      "No code is with two orders, none that a buyer may have seen is free again, and none was"
          + " shown for two orders.",
      """
      SELECT order_id, COUNT(*) FROM code WHERE order_id IS NOT NULL
      GROUP BY order_id HAVING COUNT(*) > 1
      UNION ALL
      SELECT w.code, COUNT(DISTINCT w.order_id) FROM w_shown w WHERE w.code <> ''
      GROUP BY w.code HAVING COUNT(DISTINCT w.order_id) > 1
      UNION ALL
      SELECT w.code, k.state FROM w_shown w JOIN code k ON k.code = w.code
      WHERE k.state = 'FREE' OR k.state = 'HELD' OR k.order_id IS NOT w.order_id
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
      Moment.WORD,
      "What other code of the bot sold is never fulfilled, and never sent back by us.",
      ""),
  REFUNDED_AFTER_THE_COMMIT(
      Moment.WORD,
      "Stars are sent back only while the charge says, committed, that they are being returned.",
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
      "Nothing waits to leave, no checkout is held, no refund is under way or unknown, and no goods"
          + " are owed.",
      """
      SELECT id, state FROM orders WHERE state IN ('OPEN', 'APPROVED')
      UNION ALL
      SELECT id, kind || ' ' || because FROM outbox WHERE state IN ('WAITING', 'PARKED')
      UNION ALL
      SELECT id, standing FROM charge WHERE standing IN ('RETURNING', 'UNKNOWN')
      UNION ALL
      SELECT o.id, o.goods FROM orders o JOIN charge c ON c.id = o.charge
      WHERE o.goods = 'OWED' AND c.standing = 'KEPT'
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
              SELECT 1 FROM w_handled h WHERE h.order_id = o.id AND h.has = 1))
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

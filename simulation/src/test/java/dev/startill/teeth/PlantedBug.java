package dev.startill.teeth;

import static dev.startill.simulation.Invariant.ACKNOWLEDGED_AFTER_THE_COMMIT;
import static dev.startill.simulation.Invariant.APPROVAL_IS_COMMITTED;
import static dev.startill.simulation.Invariant.APPROVED_HOLDS_A_CODE;
import static dev.startill.simulation.Invariant.BOOKS_BALANCE;
import static dev.startill.simulation.Invariant.CHAIN_IS_WHOLE;
import static dev.startill.simulation.Invariant.CHARGE_HAS_ONE_PLACE;
import static dev.startill.simulation.Invariant.CHARGE_IS_AS_PAID;
import static dev.startill.simulation.Invariant.CREDITED_ONCE;
import static dev.startill.simulation.Invariant.EVERY_STAR_IS_KNOWN;
import static dev.startill.simulation.Invariant.FOREIGN_IS_LEFT_ALONE;
import static dev.startill.simulation.Invariant.GOODS_ARE_WHERE_WE_SAY;
import static dev.startill.simulation.Invariant.GOODS_GO_BACK_WITH_THE_STARS;
import static dev.startill.simulation.Invariant.GOODS_LEAVE_ONCE;
import static dev.startill.simulation.Invariant.HOLD_OUTLIVES_ITS_CHARGE;
import static dev.startill.simulation.Invariant.LEDGER_IS_TELEGRAMS;
import static dev.startill.simulation.Invariant.NOTHING_GOES_BACK_UNREAD;
import static dev.startill.simulation.Invariant.NOTHING_IS_PENDING;
import static dev.startill.simulation.Invariant.ONE_REFUND_AT_A_TIME;
import static dev.startill.simulation.Invariant.ORDER_IS_PAID_AS_AGREED;
import static dev.startill.simulation.Invariant.OWED_GOODS_ARE_ON_THEIR_WAY;
import static dev.startill.simulation.Invariant.REFUNDED_AFTER_THE_COMMIT;
import static dev.startill.simulation.Invariant.REFUNDING_IS_WHAT_IS_UNDER_WAY;
import static dev.startill.simulation.Invariant.REFUND_IS_UNDER_WAY;
import static dev.startill.simulation.Invariant.REFUND_MADE_IS_NOT_DENIED;
import static dev.startill.simulation.Invariant.REVOKED_BEFORE_REFUNDED;
import static dev.startill.simulation.Invariant.SENT_WHEN_PAID;
import static dev.startill.simulation.Invariant.STATEMENT_IS_KEPT;
import static dev.startill.simulation.Invariant.STOCK_IS_NOT_OVERSOLD;
import static dev.startill.simulation.Invariant.TERMINAL_STAYS;
import static dev.startill.simulation.Invariant.TOLD_AFTER_THE_COMMIT;
import static dev.startill.simulation.Invariant.UNKNOWN_REFUND_IS_NOT_REPEATED;

import dev.startill.simulation.Invariant;
import java.util.List;
import java.util.Set;

/**
 * Mistakes that anybody could make. Each is planted into the shipped classes, and one of the named
 * invariants must catch it; that it makes the engine crash would not count. To add one, write what
 * it does into {@code Mistakes} beside the class that it spoils, and a line here.
 */
enum PlantedBug {
  ACKNOWLEDGED_BEFORE_THE_COMMIT(
      "An update is acknowledged while its commit is still queued.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT),
      call("intake.Intake", "commit", "Store.inTransaction", "nobodyWaitsForTheCommit")),
  FAILED_COMMIT_TAKEN_FOR_DONE(
      "Whoever waits for a commit is told that it worked, though it failed.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT, APPROVAL_IS_COMMITTED),
      call("jdbc.GroupCommit", "finish", "Ticket.fail", "aFailedCommitIsTakenForDone")),
  DEDUPLICATED_BY_PAYLOAD(
      "A second charge with the same payload is taken for the first one.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT, EVERY_STAR_IS_KNOWN),
      body("intake.Deliberation", "takeAndLend", "aPayloadIsPaidOnce")),
  DEDUPLICATED_BY_HIGHEST_UPDATE_ID(
      "An update whose number is not above the highest so far is taken for seen.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT),
      body("simulation.Translation", "update", "onlyHigherUpdatesAreNew")),
  UNIQUE_KEYS_DROPPED(
      "Nobody asks whether a charge is known, and no unique key refuses the second.",
      Set.of(CREDITED_ONCE),
      call("intake.Deliberation", "takeAndLend", "Work.knows", "nobodyAsksWhetherItIsKnown"),
      new Patch.Words(
          PlantedBug.CHARGES, "CREATE UNIQUE INDEX {charge_id}", "CREATE INDEX {charge_id}"),
      new Patch.Words(
          PlantedBug.SCHEMA,
          "CREATE UNIQUE INDEX {posting_source}",
          "CREATE INDEX {posting_source}")),
  APPROVED_BEFORE_THE_INSERT(
      "A checkout is approved before the attempt is committed.",
      Set.of(APPROVAL_IS_COMMITTED),
      call("intake.Intake", "checkOut", "Store.inTransaction", "yesIsSaidBeforeTheCommit")),
  APPROVED_THOUGH_NOT_RECORDED(
      "A checkout that could not be recorded is approved.",
      Set.of(APPROVAL_IS_COMMITTED),
      body("intake.Intake", "decline", "whatIsNotRecordedIsApproved")),
  MESSAGE_WITHIN_THE_TRANSACTION(
      "The buyer is thanked while the transaction that books the payment is open.",
      Set.of(TOLD_AFTER_THE_COMMIT),
      body("Startill", "over", "everybodyKnowsTelegram"),
      call("intake.Intake", "commit", "Store.inTransaction", "thanksAreSaidBeforeTheCommit")),
  MESSAGE_OUTSIDE_THE_TRANSACTION(
      "What a decision sends is written down by another transaction than the decision.",
      Set.of(OWED_GOODS_ARE_ON_THEIR_WAY, REFUND_IS_UNDER_WAY),
      call("jdbc.JdbcWork", "commit", "OutboxTable.add", "aMessageIsWrittenWithTheNextCommit")),
  SETTLED_BEFORE_IT_WAS_SENT(
      "A message is marked done when it is claimed, and not when it has arrived.",
      Set.of(OWED_GOODS_ARE_ON_THEIR_WAY, REFUND_IS_UNDER_WAY),
      new Patch.Words(
          PlantedBug.STATEMENTS,
          "SET attempt = attempt + 1, uncertain",
          "SET state = 'SETTLED', attempt = attempt + 1, uncertain")),
  DEAD_LETTER_WITHOUT_CONSEQUENCE(
      "A message is given up, and nothing follows from it.",
      Set.of(OWED_GOODS_ARE_ON_THEIR_WAY, REFUND_IS_UNDER_WAY),
      call("intake.Intake", "giveUp", "Deliberation.take", "nothingFollowsWhatIsGivenUp")),
  PARKED_FOR_EVER(
      "Goods that wait for a buyer who blocked the bot do not leave when the buyer is back.",
      Set.of(NOTHING_IS_PENDING),
      body("intake.Intake", "hear", "whoComesBackIsNotHeard")),
  SECOND_CHARGE_DROPPED(
      "A second charge for an order that is paid is ignored.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT, EVERY_STAR_IS_KNOWN),
      body("payment.PaidLifecycle", "chargedAgain", "aSecondChargeIsDropped")),
  LATE_CHARGE_DROPPED(
      "A charge for an order that has expired is ignored.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT, EVERY_STAR_IS_KNOWN),
      call(
          "payment.PaymentLifecycle",
          "decideUnpaid",
          "PaymentLifecycle.pay",
          "aLateChargeIsDropped")),
  REFUND_BEFORE_ITS_CHARGE_DROPPED(
      "A refund of a charge that is not known yet is ignored.",
      Set.of(ACKNOWLEDGED_AFTER_THE_COMMIT),
      call(
          "payment.PaymentLifecycle",
          "begin",
          "StrayLifecycle.bookReturned",
          "aRefundOfTheUnknownIsDropped")),
  SOLD_OUT_IN_SILENCE(
      "A charge that finds the shelf empty is booked, and nobody hears of it.",
      Set.of(OWED_GOODS_ARE_ON_THEIR_WAY),
      body("payment.PaymentLifecycle", "soldOut", "nobodyHearsThatItIsSoldOut")),
  RECOVERED_CHARGE_NOT_FULFILLED(
      "A charge that only the statement told of is booked, and its goods are not sent.",
      Set.of(OWED_GOODS_ARE_ON_THEIR_WAY),
      body("payment.PaymentLifecycle", "paid", "recoveredGoodsStayHere")),
  SOLD_CODE_SOLD_AGAIN(
      "Whoever looks for a free code takes a sold one as well.",
      Set.of(STOCK_IS_NOT_OVERSOLD),
      new Patch.Words(
          PlantedBug.STATEMENTS,
          "AND state = 'FREE'\nORDER BY position LIMIT 1",
          "AND state IN ('FREE', 'SOLD')\nORDER BY position LIMIT 1"),
      new Patch.Words(
          PlantedBug.STATEMENTS,
          "AND product = ? AND code = ? AND state = 'FREE'",
          "AND product = ? AND code = ?")),
  SHOWN_CODE_FREE_AGAIN(
      "A code that its buyer has seen is free again after the refund.",
      Set.of(STOCK_IS_NOT_OVERSOLD),
      call("payment.PaidLifecycle", "moneyGone", "Draft.shelving", "whatWasSeenIsFreeAgain")),
  GOODS_NEVER_REVOKED(
      "Stars go back, and the handler is never asked to take back the goods.",
      Set.of(GOODS_ARE_WHERE_WE_SAY),
      body("payment.PaidLifecycle", "mayBeOut", "goodsAreNeverTakenBack")),
  REVOKED_ON_ANY_REFUND(
      "The refund of a second charge is taken for the refund of the order.",
      Set.of(REFUND_IS_UNDER_WAY, EVERY_STAR_IS_KNOWN),
      call("intake.Deliberation", "homeOf", "Work.lock(ChargeId)", "anyRefundIsTheOrders")),
  REFUND_WITHOUT_PENDING(
      "A refund leaves without a word in the books that it is under way.",
      Set.of(REFUNDED_AFTER_THE_COMMIT, REFUNDING_IS_WHAT_IS_UNDER_WAY),
      body("payment.ChargeLifecycle", "after", "aRefundIsNotWrittenDown"),
      call("outbox.Courier", "refund", "Optional.isEmpty", "anyRefundMayLeave")),
  REVOKED_AFTER_THE_REFUND(
      "What was written for one order leaves in any order: Stars before their goods are back.",
      Set.of(REVOKED_BEFORE_REFUNDED),
      new Patch.Words(
          PlantedBug.STATEMENTS,
          "AND due_at <= ?\n  AND NOT EXISTS (\n    SELECT 1 FROM {outbox} e\n    WHERE e.bot",
          "AND due_at <= ?\n  AND NOT EXISTS (\n    SELECT 1 FROM {outbox} e\n    WHERE 0 AND e.bot")),
  ALREADY_REFUNDED_AS_FAILURE(
      "CHARGE_ALREADY_REFUNDED is taken for a refund that failed.",
      Set.of(REFUND_MADE_IS_NOT_DENIED),
      call("outbox.Courier", "refund", "Outcome.ofRefund", "alreadyRefundedIsAFailure")),
  ALREADY_REFUNDED_AS_SUCCESS(
      "CHARGE_ALREADY_REFUNDED is taken for a success that needs no look at the statement.",
      Set.of(EVERY_STAR_IS_KNOWN, LEDGER_IS_TELEGRAMS, NOTHING_IS_PENDING),
      call("outbox.Courier", "refund", "Outcome.ofRefund", "alreadyRefundedIsASuccess")),
  LOST_ANSWER_AS_FAILURE(
      "A refund whose answer was lost is taken for a refund that failed.",
      Set.of(REFUND_MADE_IS_NOT_DENIED),
      call("outbox.Courier", "refund", "Outcome.ofRefund", "noAnswerIsANo")),
  LOST_ANSWER_ASKED_FOR_AGAIN(
      "A refund whose answer was lost is asked for again at once.",
      Set.of(UNKNOWN_REFUND_IS_NOT_REPEATED),
      call("outbox.Courier", "refund", "Outcome.ofRefund", "noAnswerIsAskedForAgain")),
  REFUND_LEAVES_THE_WRONG_ACCOUNT(
      "A refund that was set aside is booked out of Sales when it leaves.",
      Set.of(REFUNDING_IS_WHAT_IS_UNDER_WAY),
      body("payment.Movements", "isSetAside", "whatWasSetAsideIsForgotten")),
  REFUNDED_BEFORE_THE_FIRST_READING(
      "Policy sends Stars back although the statement was never read.",
      Set.of(NOTHING_GOES_BACK_UNREAD),
      call("intake.Deliberation", "policyFor", "Cursor.isImported", "theStatementIsTakenForRead")),
  PAID_BY_ANYBODY(
      "Nobody looks whether the payer is whom the order was made for.",
      Set.of(ORDER_IS_PAID_AS_AGREED),
      call("payment.PaymentLifecycle", "mayPay", "Owner.allows", "anybodyMayPay"),
      call("payment.PaymentLifecycle", "pay", "Owner.allows", "anybodyMayPay")),
  APPROVED_WITHOUT_A_HOLD(
      "A checkout of the last code is approved, and the code is not held.",
      Set.of(APPROVED_HOLDS_A_CODE),
      call("payment.PaymentLifecycle", "approve", "Draft.shelving", "aHoldHoldsNothing")),
  HOLD_RELEASED_UNREAD(
      "A hold ends by the clock, although the statement may show its charge.",
      Set.of(HOLD_OUTLIVES_ITS_CHARGE),
      call("intake.Intake", "endWhatIsOver", "Work.ended", "holdsEndByTheClock")),
  GOODS_SENT_WITH_THE_APPROVAL(
      "The goods are sent when the checkout is approved, and not when it is paid.",
      Set.of(SENT_WHEN_PAID),
      body("Startill", "over", "everybodyKnowsTelegram"),
      body("Startill", "handle", "goodsLeaveWithTheApproval")),
  STARS_READ_LIKE_CENTS(
      "An amount of Stars is divided by a hundred, as if it were cents.",
      Set.of(CHARGE_IS_AS_PAID),
      body("intake.Intake", "starsOf", "starsAreReadLikeCents")),
  STRAY_CHARGE_IN_SILENCE(
      "Stars that pay for no order are held, and nobody hears of it.",
      Set.of(CHARGE_HAS_ONE_PLACE),
      call("payment.StrayLifecycle", "keep", "Draft.opening", "nobodyHearsOfStarsWithoutAnOrder")),
  REFUND_BEGUN_TWICE(
      "A charge that is on its way back is sent back once more.",
      Set.of(ONE_REFUND_AT_A_TIME, REFUNDING_IS_WHAT_IS_UNDER_WAY),
      body("payment.ChargeLifecycle", "whenReturning", "aRefundBeginsTwice")),
  REVOCATION_NOT_WRITTEN_DOWN(
      "The handler takes the goods back, and nobody writes it down.",
      Set.of(GOODS_GO_BACK_WITH_THE_STARS),
      body("payment.PaidLifecycle", "revoked", "nobodyWritesDownWhatWasTakenBack")),
  CHAIN_BROKEN(
      "The seal of a posting does not take in the one before.",
      Set.of(CHAIN_IS_WHOLE),
      call("jdbc.PostingTable", "add", "HashChain.seal", "eachSealBeginsAnew")),
  ALL_IS_PARKED(
      "When a buyer is back, all that was ever written to them leaves again.",
      Set.of(TERMINAL_STAYS),
      new Patch.Words(
          PlantedBug.STATEMENTS, "AND buyer = ? AND state = 'PARKED'", "AND buyer = ?")),
  ARRIVED_AND_SENT_AGAIN(
      "A message that has arrived is not marked as done.",
      Set.of(GOODS_LEAVE_ONCE),
      new Patch.Words(
          PlantedBug.STATEMENTS,
          "SET state = 'SETTLED', leased = 0, changed_at = ?\nWHERE bot = ? AND id = ? AND state IN",
          "SET leased = 0, changed_at = ?\nWHERE bot = ? AND id = ? AND state IN")),
  FOREIGN_LINES_NOT_KEPT(
      "Of the statement only invoices are kept.",
      Set.of(STATEMENT_IS_KEPT),
      call("intake.Recovery", "read", "Work.keep", "onlyInvoicesAreKept")),
  LOST_REFUND_FORGOTTEN(
      "A refund whose answer was lost is never looked for on the statement.",
      Set.of(NOTHING_IS_PENDING),
      call("intake.Recovery", "missed", "Work.unknownRefunds", "lostRefundsAreNotLookedUp")),
  FOREIGN_CHARGE_REFUNDED(
      "What other code of the bot sold is taken for a charge without an order, and sent back.",
      Set.of(FOREIGN_IS_LEFT_ALONE),
      call("intake.Intake", "pay", "Payload.read", "everyPayloadIsOurs"),
      body("payment.StrayLifecycle", "goesBack", "whatIsNotKnownGoesBack")),
  STATEMENT_LINE_SKIPPED(
      "The bookmark in the statement moves one line too far.",
      Set.of(EVERY_STAR_IS_KNOWN, LEDGER_IS_TELEGRAMS, NOTHING_IS_PENDING),
      body("port.Cursor", "after", "oneLineTooFar")),
  WITHDRAWAL_BOOKED_TWICE(
      "A withdrawal is booked when it begins, and again when it ends.",
      Set.of(LEDGER_IS_TELEGRAMS, NOTHING_IS_PENDING),
      call(
          "reconciliation.Reconciler",
          "lookAtWithdrawals",
          "Work.keep",
          "aWithdrawalIsBookedAgainWhenItEnds")),
  MISSING_CHARGE_KEPT(
      "A charge that the statement does not have stays in the books.",
      Set.of(BOOKS_BALANCE),
      call("payment.PaidLifecycle", "miss", "Draft.posting", "missingStarsStayInTheBooks"));

  private static final String STATEMENTS = "dev/startill/jdbc/statements.sql";
  private static final String CHARGES = "dev/startill/jdbc/sqlite/004-less-to-write.sql";
  private static final String SCHEMA = "dev/startill/jdbc/sqlite/002-never-lose-a-star.sql";

  private final String sentence;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final Set<Invariant> catchers;

  @SuppressWarnings("ImmutableEnumChecker") // a copy
  private final List<Patch> patches;

  PlantedBug(String sentence, Set<Invariant> catchers, Patch... patches) {
    this.sentence = sentence;
    this.catchers = Set.copyOf(catchers);
    this.patches = List.of(patches);
  }

  /** What is wrong. */
  String sentence() {
    return sentence;
  }

  /** Which invariants may be the first to break. */
  Set<Invariant> catchers() {
    return catchers;
  }

  /** How it is planted. */
  List<Patch> patches() {
    return patches;
  }

  private static Patch call(String type, String method, String callee, String mistake) {
    return new Patch.Call("dev.startill." + type, method, callee, mistake);
  }

  private static Patch body(String type, String method, String mistake) {
    return new Patch.Body("dev.startill." + type, method, mistake);
  }
}

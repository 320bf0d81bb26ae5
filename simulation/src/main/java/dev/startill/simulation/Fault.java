package dev.startill.simulation;

/** What goes wrong around the engine. */
public enum Fault {
  CRASH_BEFORE_BEGIN("the process died before a transaction began"),
  CRASH_BEFORE_COMMIT("the process died with a transaction open"),
  CRASH_AFTER_COMMIT("the process died right after a commit"),
  CRASH_BEFORE_CALL("the process died before a call to Telegram"),
  CRASH_AFTER_CALL("the process died after Telegram had done what it was asked for"),
  CRASH_BEFORE_HANDLER("the process died before the merchant's handler had done anything"),
  CRASH_AFTER_HANDLER("the process died after the merchant's handler"),
  CRASH_BEFORE_ACKNOWLEDGEMENT("the process died before it acknowledged an update"),
  CRASH_AFTER_ACKNOWLEDGEMENT("the process died right after it acknowledged an update"),
  ANSWER_LOST("Telegram did it, and its answer was lost"),
  CALL_LOST("a call timed out, and Telegram never saw it"),
  FLOOD("Telegram answered 429"),
  SERVER_ERROR("Telegram answered 502 and did nothing"),
  GARBAGE("Telegram did it and answered what nobody can read"),
  UNSENT("Telegram was not reached"),
  REFUSED("Telegram refused a message with 400"),
  REFUND_REFUSED("Telegram refused a refund"),
  REFUNDED_BY_REFUSAL("a refund worked, was answered CHARGE_ALREADY_REFUNDED, and no update told"),
  CALLED_REFUNDED("a refund was answered CHARGE_ALREADY_REFUNDED, and was not made"),
  STALE_CHECKOUT("an answer to a checkout came too late"),
  STATEMENT_FAILED("the statement or the balance could not be had"),
  LOCK_TIMEOUT("another process held the database's lock"),
  DISK_FULL("the disk was full within a unit of work"),
  COMMIT_FAILED("a commit failed, and nothing was written"),
  COMMIT_UNKNOWN("a commit was reported to have failed, and had not"),
  SLOW_DISK("the disk was slower than a checkout's deadline"),
  HANDLER_THREW("the merchant's handler threw"),
  HANDLER_HUNG("the merchant's handler did not return in time"),
  DUPLICATED("an update came again"),
  REORDERED("an update came after a younger one"),
  DELAYED("an update came more than ten minutes late"),
  FORGED("an update told of a payment that never was"),
  IDS_RESTARTED("update_ids began anew"),
  CLOCK_FORTH("the engine's clock jumped forward"),
  CLOCK_BACK("the engine's clock jumped back"),
  INTERLUDE("something else happened while a call was under way");

  private final String meaning;

  Fault(String meaning) {
    this.meaning = meaning;
  }

  /** In words. */
  public String meaning() {
    return meaning;
  }
}

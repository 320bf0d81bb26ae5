package dev.startill.payment;

/** What happened to the goods of a paid order; what happens to its money is another matter. */
public enum Goods {
  /** Promised, and on their way unless the money is going back. */
  OWED,
  /** With the buyer. */
  HANDED_OVER,
  /** Given up on: a person must look. */
  FAILED,
  /** Taken back, or never given because the money went back first. */
  REVOKED
}

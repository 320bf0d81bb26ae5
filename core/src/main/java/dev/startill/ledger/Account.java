package dev.startill.ledger;

/** The chart of accounts. A balance is what postings moved in, less what they moved out. */
public enum Account {
  /** The buyers' side: Stars come from here and go back here. Its balance is never positive. */
  BUYER,
  /** Stars paid for orders of ours. */
  SALES,
  /** Stars that came without an order to pay: held until somebody decides. */
  SUSPENSE,
  /** Stars paid for invoices that other code of the same bot made. */
  FOREIGN
}

package dev.startill.ledger;

import java.util.Optional;

/**
 * What caused a posting, read from its source: what kind of thing, and its id. Immutable.
 *
 * @param kind what kind of thing
 * @param id of the charge, the refund, the statement's line or the case
 */
public record Source(Kind kind, String id) {
  /** What may cause a posting. */
  public enum Kind {
    /** Stars came, for an order of ours or not. */
    CHARGE("charge:"),
    /** Stars that were booked as foreign are for an order of ours after all. */
    CLAIMED("claimed:"),
    /** They went back by a refund. */
    REFUND("refund:"),
    /** They were taken back at the store. */
    CHARGEBACK("chargeback:"),
    /** Telegram's statement does not have them. */
    MISSING("missing:"),
    /** It has them after all. */
    FOUND("found:"),
    /** A person keeps Stars that came without an order. */
    ACCEPTED("accepted:"),
    /** A refund was asked for. */
    REFUNDING("refunding:"),
    /** It was refused. */
    REFUND_REFUSED("refund-refused:"),
    /** Any other line of the statement, of what came. */
    LINE_CAME("line:CAME:"),
    /** Any other line of the statement, of what went. */
    LINE_WENT("line:WENT:"),
    /** An affiliate's part of a payment. */
    COMMISSION_CAME("commission:CAME:"),
    /** An affiliate's part that came back with a refund. */
    COMMISSION_WENT("commission:WENT:"),
    /** A difference that nobody could explain was written off. */
    UNEXPLAINED("unexplained:");

    private final String prefix;

    Kind(String prefix) {
      this.prefix = prefix;
    }
  }

  /** Reads a posting's source; empty if it is of no kind that this version books. */
  public static Optional<Source> read(String text) {
    for (var kind : Kind.values()) {
      if (text.startsWith(kind.prefix)) {
        return Optional.of(new Source(kind, text.substring(kind.prefix.length())));
      }
    }
    return Optional.empty();
  }

  /** Whether it is a line of the statement, which may be that of the charge with its id. */
  public boolean isOfCharge() {
    return switch (kind) {
      case CHARGE, REFUND, LINE_CAME, LINE_WENT -> true;
      case CLAIMED,
          CHARGEBACK,
          MISSING,
          FOUND,
          ACCEPTED,
          REFUNDING,
          REFUND_REFUSED,
          COMMISSION_CAME,
          COMMISSION_WENT,
          UNEXPLAINED ->
          false;
    };
  }

  /** As a posting has it. */
  public String text() {
    return kind.prefix + id;
  }
}

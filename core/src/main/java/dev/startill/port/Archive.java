package dev.startill.port;

import dev.startill.catalog.ProductId;
import dev.startill.ledger.Posting;
import dev.startill.ledger.Seal;
import dev.startill.payment.Charge;
import dev.startill.payment.OrderId;
import dev.startill.payment.StrayCharge;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The whole of a bot's books, row by row, for whoever checks or copies all of it. Scoped to one
 * bot; threads share it.
 */
public interface Archive {
  /**
   * Reads the books as they are at this moment, while others go on writing.
   *
   * @throws StoreException if they cannot be read
   */
  <T> T read(Function<Snapshot, T> reader);

  /** The books of one moment. Rows are given one by one and kept by nobody. For one thread. */
  interface Snapshot {
    /** How many rows there are to walk through, about. */
    Size size();

    /** How far Telegram's statement was read. */
    Cursor cursor();

    /** All postings, by their numbers. */
    void entries(Consumer<Entry> each);

    /**
     * All sums that are kept beside the postings, by the number of the posting that they end with.
     */
    void sums(Consumer<Sum> each);

    /** All charges of ours, with what was booked for each. */
    void charges(Consumer<ChargeFile> each);

    /** All lines of Telegram's statement, with what was booked for each. */
    void lines(Consumer<LineFile> each);

    /** All moves of Stars, by their numbers, with what they were about. */
    void movements(Consumer<Movement> each);
  }

  /**
   * How many rows there are.
   *
   * @param postings in the ledger
   * @param charges of ours
   * @param lines of the statement
   */
  record Size(long postings, long charges, long lines) {}

  /**
   * A posting in its place.
   *
   * @param number 1 for the bot's first
   * @param source what caused it
   * @param posting what it moves; empty if it cannot be read
   * @param sealed whether its number and its seal follow from the posting before it and from
   *     itself; always true where a store seals nothing
   * @param seal its seal as it is kept; empty where a store seals nothing, or it is none
   * @param charged whether a charge of ours has the id that its source names
   * @param stated whether the line of the statement is kept that its source names
   */
  record Entry(
      long number,
      String source,
      Optional<Posting> posting,
      boolean sealed,
      Optional<Seal> seal,
      boolean charged,
      boolean stated) {}

  /**
   * What an account held once a posting was booked.
   *
   * @param number the posting's number
   * @param account which, by its name; perhaps one that this version does not know
   * @param nanostars how much
   */
  record Sum(long number, String account, long nanostars) {}

  /**
   * A charge of ours and what was booked for it.
   *
   * @param charge the Stars
   * @param order the order that they pay for; empty if they are stray
   * @param why why they are stray
   * @param agreed whether the order, if there is one, says that this charge paid it
   * @param bookedAt when the charge was booked
   * @param came whether the statement is known to tell of it
   * @param went whether the statement is known to tell of its refund
   * @param bookings what has the charge, or the refund under way, as its source
   */
  record ChargeFile(
      Charge charge,
      Optional<OrderId> order,
      Optional<StrayCharge.Why> why,
      boolean agreed,
      Instant bookedAt,
      boolean came,
      boolean went,
      List<Booking> bookings) {
    public ChargeFile {
      bookings = List.copyOf(bookings);
    }
  }

  /**
   * A posting and when it was booked.
   *
   * @param posting what moved
   * @param at when
   */
  record Booking(Posting posting, Instant at) {}

  /**
   * A line of the statement and what was booked for it.
   *
   * @param line the line
   * @param place where it stands; empty if another line stands there now
   * @param charge the charge of ours that has its id
   * @param postings what has it as its source
   */
  record LineFile(
      StatementLine line, Optional<Long> place, Optional<Charge> charge, List<Posting> postings) {
    public LineFile {
      postings = List.copyOf(postings);
    }
  }

  /**
   * A posting and what it was about.
   *
   * @param number the posting's
   * @param posting what moved
   * @param bookedAt when it was booked
   * @param charge the charge of ours that it names
   * @param sale what that charge paid for
   * @param line the line of the statement that it names
   * @param received when Telegram says that the Stars came which it moves, if they came by invoice
   */
  record Movement(
      long number,
      Posting posting,
      Instant bookedAt,
      Optional<Charge> charge,
      Optional<Sale> sale,
      Optional<StatementLine> line,
      Optional<Instant> received) {}

  /**
   * What a charge paid for.
   *
   * @param order the order
   * @param product its product
   * @param title the product's title, as it was sold
   */
  record Sale(OrderId order, ProductId product, String title) {}
}

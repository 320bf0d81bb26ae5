package dev.startill.port;

import dev.startill.catalog.ProductId;
import dev.startill.ledger.Account;
import dev.startill.ledger.Posting;
import dev.startill.party.BotId;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Facts;
import dev.startill.payment.Home;
import dev.startill.payment.Link;
import dev.startill.payment.LinkId;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Where everything is kept that must survive. Scoped to one bot. Threads share it. Its contract is
 * {@code StoreContract} in the test kit.
 */
public interface Store extends AutoCloseable {
  /** Who waits for a unit of work. */
  enum Lane {
    /** A checkout: goes first, and has a deadline after which its unit does not run any more. */
    CHECKOUT,
    /** Everything else. */
    ROUTINE
  }

  /**
   * Runs a unit of work and returns once it is durable. The unit may run twice and on another
   * thread, so it has no effect outside the transaction and opens no other unit.
   *
   * @throws StoreException if it was not recorded, or nobody knows whether it was: acknowledge
   *     nothing then
   */
  <T> T inTransaction(Lane lane, Function<Work, T> unit);

  /**
   * Lets a unit join the next batch without waiting for it: only for what a crash may lose. Never
   * throws for a failed write, which is logged; a closed store ignores it.
   *
   * @param committed gets the unit's result once that is durable, on the store's thread: keep it
   *     short
   */
  <T> void behind(Function<Work, T> unit, Consumer<T> committed);

  /**
   * How it keeps what it is told, for a doctor; nothing, if it cannot say.
   *
   * @throws StoreException if it cannot be reached
   */
  default Optional<Condition> condition() {
    return Optional.empty();
  }

  /** Whose it is, where that is known. */
  default Optional<BotId> bot() {
    return Optional.empty();
  }

  /** The read-only questions to it. */
  Books books();

  /** Frees everything; what was accepted by {@link #inTransaction} is finished first. */
  @Override
  void close();

  /** What one unit of work may read and write. For the thread that runs the unit, while it runs. */
  interface Work {
    /** Whether this charge was ever booked. */
    boolean knows(ChargeId charge);

    /** What was booked when the charge came, and when it went back by a refund; in any order. */
    List<Posting> postings(ChargeId charge);

    /** The order, locked. */
    Optional<Order> lock(OrderId order);

    /** What the charge is part of, locked: a paid order or a stray charge. */
    Optional<Home> lock(ChargeId charge);

    /** The link, locked. */
    Optional<Link> lock(LinkId link);

    /** The payer's oldest approved order on a link that has no charge yet, locked. */
    Optional<Order> lockApproved(LinkId link, BuyerId buyer);

    /**
     * The buyer's own unpaid order of a product, off any link, locked: the open one, of which there
     * is at most one, else the newest approved one.
     */
    Optional<Order> lockUnpaid(ProductId product, BuyerId buyer);

    /** What the stock says to an order; the free one, if that is the answer, is locked. */
    Facts.Shelf shelf(ProductId product, OrderId order);

    /**
     * How far the order's hand-over got. Begun, if any of its hand-overs is leased or was
     * uncertain, even one that was withdrawn or given up since.
     */
    Facts.Handover handover(OrderId order);

    /**
     * Writes everything that a decision says, and the history of it. A home that this unit locked
     * is changed; any other is born, and the unit fails if it exists already.
     *
     * @param event what happened
     * @param transition what follows
     * @param settles the message whose outcome the event is: marked done with it
     * @param lease for how long the message that {@link Lending} names is leased to the caller as
     *     it is written, so that it needs no {@link #claim}; zero for not at all
     * @return that message, if there is one and it is leased
     * @throws StoreException if it contradicts what is kept: a charge that is known, a source that
     *     has its posting, a piece of stock where none is free
     */
    Optional<Due> commit(
        PaymentEvent event, Transition transition, Optional<MessageId> settles, Duration lease);

    /** The same, and no message is leased. */
    default void commit(PaymentEvent event, Transition transition, Optional<MessageId> settles) {
      commit(event, transition, settles, Duration.ZERO);
    }

    /** Adds a line to an order's history that changes nothing. */
    void note(OrderId order, PaymentEvent event, String detail);

    /**
     * Takes messages that are due and leases them to the caller; of each order only its oldest
     * unsettled one, where an invoice holds back nothing.
     */
    List<Due> claim(int limit, Duration lease);

    /** When the next message falls due, leased ones aside. */
    Optional<Instant> nextDue();

    /** Whether this attempt still has its lease: nobody claimed, parked or settled it since. */
    boolean holds(Due due);

    /**
     * Gives a message up for good: it stays as a dead letter until somebody revives it.
     *
     * @param because what the last try met, for people
     * @param uncertain whether the world may have it nevertheless
     */
    void bury(Due due, String because, boolean uncertain);

    /** The dead letter of that id, if it is one. */
    Optional<Message> dead(MessageId id);

    /** Makes a dead letter due again, as if it had just been written; whether it was one. */
    boolean revive(MessageId id);

    /** Removes messages that were settled or withdrawn before then; how many, at most the limit. */
    int prune(Instant before, int limit);

    /** Marks a message without consequences as done. */
    void settle(Due due);

    /**
     * Gives a message back for a later try.
     *
     * @param because what the try met, for people
     * @param uncertain whether the buyer may have seen it nevertheless
     */
    void postpone(Due due, Instant until, String because, boolean uncertain);

    /** Sets a message aside until its buyer speaks, or for good. */
    void park(Due due, String because);

    /** Makes a buyer's parked messages due again; how many there were. */
    int release(BuyerId buyer);

    /**
     * Ends all leases, of messages and of duties: only for a start that knows that it is alone on
     * this store. What was leased may have been seen: it counts as begun from then on, as does a
     * message whose lease ran out.
     */
    void clearLeases();

    /** Who does what one node at a time does for all. */
    Leases leases();

    /**
     * Approved orders whose hold, and unpaid ones whose validity, ended; oldest first.
     *
     * @param holds holds that ended by then
     * @param validities validities that ended by then
     */
    List<Order> ended(Instant holds, Instant validities, int limit);

    /** How far the statement was read. */
    Cursor cursor();

    /**
     * Keeps lines of the statement and moves the cursor. A line that is kept already changes only
     * its place and how far its withdrawal got. A charge of ours that a line tells of counts as
     * stated from now on.
     *
     * @param from the place of the first of them, 0 for the statement's first line
     * @param next where reading goes on
     */
    void keep(long from, List<StatementLine> lines, Cursor next);

    /** The line at a place, if it is kept. */
    Optional<StatementLine> lineAt(long place);

    /** Places of lines whose withdrawal is pending, oldest first. */
    List<Long> pendingWithdrawals(int limit);

    /**
     * Books postings that concern no order; those whose source is booked already are passed over.
     */
    int book(List<Posting> postings, Instant at);

    /** What each account holds, in nanostars; an account without postings may lack. */
    Map<Account, Long> balances();

    /** How many charges without an order or a link were booked since then. */
    int ownerless(Instant since);

    /**
     * Charges of ours, kept, that were booked before then, that no kept line tells of, and of which
     * that was not yet said in a case; oldest first.
     */
    List<ChargeId> unstated(Instant bookedBefore, int limit);

    /**
     * Nanostars of charges of ours that are here, as far as we know, and that no kept line tells
     * of.
     */
    long unstatedNanostars();

    /** Charges whose refund is unknown since before then, oldest first. */
    List<ChargeId> unknownRefunds(Instant before, int limit);

    /**
     * Opens a case that is about no order and no charge, unless one of that reason is open.
     *
     * @return whether it was opened
     */
    boolean raise(CaseReason reason, String detail, Instant at);

    /**
     * Closes the open case of that reason that is about no order and no charge; whether one was.
     */
    boolean lower(CaseReason reason, String how, Instant at);

    /** A case, open or not. */
    Optional<Books.CaseLine> caseOf(CaseId id);

    /** Closes a case; whether it was open. */
    boolean resolve(CaseId id, String how, Instant at);

    /** Adds codes to a product's stock; those that it ever had are skipped. How many were new. */
    int stock(ProductId product, List<String> codes);

    /** The code that is sold to an order. */
    Optional<String> codeOf(OrderId order);
  }
}

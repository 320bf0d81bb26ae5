package dev.startill.port;

import dev.startill.ledger.Account;
import dev.startill.party.BuyerId;
import dev.startill.payment.CaseReason;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Home;
import dev.startill.payment.Message;
import dev.startill.payment.MessageId;
import dev.startill.payment.Order;
import dev.startill.payment.OrderId;
import dev.startill.payment.StrayCharge;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Read-only questions of pages and tools. Scoped to one bot; threads share it. */
public interface Books {
  /** The newest orders, newest first; those older than {@code before}, if it is given. */
  List<OrderLine> orders(int limit, Optional<OrderId> before);

  /**
   * The newest orders that a buyer was asked to pay, began to pay or paid, newest first. For people
   * to look at: all orders of the bot are looked through.
   */
  List<OrderLine> ordersOf(BuyerId buyer, int limit);

  /**
   * The orders that a buyer paid for and whose Stars are kept, by the time of payment. Quick,
   * however many others there are.
   */
  List<Order.Paid> keptOrdersOf(BuyerId buyer);

  /** One order with its history. */
  Optional<OrderStory> story(OrderId order);

  /** The newest stray charges, newest first. */
  List<StrayLine> strays(int limit);

  /** Open cases, oldest first. */
  List<CaseLine> cases(int limit);

  /** A case, open or not. */
  Optional<CaseLine> caseOf(CaseId id);

  /** What a charge of ours is part of: a paid order or a stray charge. */
  Optional<Home> charge(ChargeId id);

  /** What happened to a stray charge, oldest first. */
  List<HistoryLine> historyOf(ChargeId stray);

  /** Messages that were given up, oldest first. */
  List<DeadLetter> deadLetters(int limit);

  /** How far Telegram's statement was read. */
  Cursor cursor();

  /** What every account holds, in nanostars; they add up to zero. */
  Map<Account, Long> balances();

  /** How many messages wait to leave, parked ones included. */
  long waitingMessages();

  /** How many codes of each product are free, held, sold and taken back. */
  List<StockLine> stock();

  /**
   * An order in a list.
   *
   * @param order as it is now
   * @param since when it was opened
   * @param changed when it last changed
   */
  record OrderLine(Order order, Instant since, Instant changed) {}

  /**
   * An order and all that happened to it.
   *
   * @param line the order
   * @param history oldest first
   * @param cases its open cases
   */
  record OrderStory(OrderLine line, List<HistoryLine> history, List<CaseLine> cases) {}

  /**
   * Something that happened.
   *
   * @param at when
   * @param what the event's name, such as {@code ChargeReceived}
   * @param state the order's word afterwards
   * @param detail more of it, or empty
   */
  record HistoryLine(Instant at, String what, String state, String detail) {}

  /**
   * A stray charge in a list.
   *
   * @param stray as it is now
   * @param since when it was booked
   */
  record StrayLine(StrayCharge stray, Instant since) {}

  /**
   * A case.
   *
   * @param id {@code case_…}
   * @param reason why a person must look
   * @param order the order that it is about, if any
   * @param charge the charge that it is about, if any
   * @param buyer whose, if known
   * @param since since when
   * @param detail more of it, or empty
   * @param closed when it was closed, if it was
   * @param how it was closed, in words; empty while it is open, and where it settled itself
   */
  record CaseLine(
      CaseId id,
      CaseReason reason,
      Optional<OrderId> order,
      Optional<ChargeId> charge,
      Optional<BuyerId> buyer,
      Instant since,
      String detail,
      Optional<Instant> closed,
      String how) {}

  /**
   * A message that was given up.
   *
   * @param id by which it is revived
   * @param message what it says
   * @param attempts how many were made
   * @param because what the last one met
   * @param since when it was written
   * @param died when it was given up
   */
  record DeadLetter(
      MessageId id, Message message, int attempts, String because, Instant since, Instant died) {}

  /**
   * A product's stock.
   *
   * @param product its id
   * @param free how many may still be sold
   * @param held how many wait for a charge
   * @param sold how many are gone
   * @param revoked how many were sold and taken back; they are never sold again
   */
  record StockLine(String product, long free, long held, long sold, long revoked) {
    /** One of which none was taken back. */
    public StockLine(String product, long free, long held, long sold) {
      this(product, free, held, sold, 0);
    }
  }
}

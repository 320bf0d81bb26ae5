package dev.startill.report;

import dev.startill.ledger.Account;
import dev.startill.money.Nanostars;
import dev.startill.party.BuyerId;
import dev.startill.payment.OrderId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * One move of Stars into the bot's hands or out of them, for an accountant. Immutable.
 *
 * @param number of the posting; rows are in its order, which is that of booking
 * @param at when it happened
 * @param kind what it was: {@code charge}, {@code refund}, {@code withdrawal}, …
 * @param order the order that it is about
 * @param product the product's id
 * @param title the product's title, as it was sold
 * @param buyer whose, if Telegram said
 * @param id Telegram's id of it
 * @param nanostars how much came; negative if it went
 * @param account the account inside that it changed
 * @param note what else is known of it
 */
public record ExportRow(
    long number,
    Instant at,
    String kind,
    Optional<OrderId> order,
    String product,
    String title,
    Optional<BuyerId> buyer,
    String id,
    long nanostars,
    Account account,
    String note) {
  /** What the columns are called. */
  public static final List<String> COLUMNS =
      List.of(
          "number",
          "date",
          "time_utc",
          "kind",
          "order",
          "product",
          "title",
          "buyer",
          "charge",
          "stars",
          "account",
          "note");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  /** The columns, in their order; Stars are exact. */
  public List<String> fields() {
    return List.of(
        Long.toString(number),
        at.atOffset(ZoneOffset.UTC).toLocalDate().toString(),
        TIME.format(at),
        kind,
        order.map(OrderId::value).orElse(""),
        product,
        title,
        buyer.map(BuyerId::toString).orElse(""),
        id,
        Nanostars.decimal(nanostars),
        account.name(),
        note);
  }
}

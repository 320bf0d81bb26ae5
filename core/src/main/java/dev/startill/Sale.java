package dev.startill;

import dev.startill.catalog.Owner;
import dev.startill.catalog.Product;
import dev.startill.party.BuyerId;
import dev.startill.payment.LinkId;
import dev.startill.payment.OrderId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A product that is about to be offered: say to whom, then how. {@code
 * sell("guide").to(buyer).invoice()} writes into the buyer's chat, {@code
 * sell("guide").to(buyer).once().validFor(Duration.ofMinutes(15)).link()} makes a link for this
 * buyer alone, {@code sell("guide").toAnyone().link()} one that everybody may pay. Nothing happens
 * before its last word. Immutable. Begun by {@link Startill#sell}.
 */
public final class Sale {
  private static final Duration LONGEST = Duration.ofDays(366);

  private final Till till;
  private final Product product;

  Sale(Till till, Product product) {
    this.till = till;
    this.product = product;
  }

  /** For this buyer alone: anybody else's payment is declined. */
  public ToBuyer to(BuyerId buyer) {
    return new ToBuyer(till, product, buyer, Optional.empty());
  }

  /**
   * The same, by the id that Telegram's updates have in {@code from.id}.
   *
   * @throws IllegalArgumentException if it is no user's: a group's is negative
   */
  public ToBuyer to(long buyer) {
    return to(new BuyerId(buyer));
  }

  /** For whoever has the link, each as often as they like. */
  public ToAnyone toAnyone() {
    return new ToAnyone(till, product, Optional.empty());
  }

  /** For one buyer, once. Immutable. */
  public static final class ToBuyer {
    private final Till till;
    private final Product product;
    private final BuyerId buyer;
    private final Optional<Duration> validity;

    private ToBuyer(Till till, Product product, BuyerId buyer, Optional<Duration> validity) {
      this.till = till;
      this.product = product;
      this.buyer = buyer;
      this.validity = validity;
    }

    /**
     * To be paid once, as it is anyway: an order that is open is offered again, and a second
     * payment of it is declined. Who has paid may buy again.
     */
    public ToBuyer once() {
      return this;
    }

    /**
     * Payable for so long, and not for a day, or whatever the settings say.
     *
     * @throws IllegalArgumentException unless it is from a second to 366 days
     */
    public ToBuyer validFor(Duration time) {
      return new ToBuyer(till, product, buyer, Optional.of(checked(time)));
    }

    /**
     * Makes a link that this buyer may pay: for a Mini App, a button, a group. The order is durable
     * before Telegram is asked for the link.
     *
     * @throws dev.startill.port.StoreException if it was not recorded
     * @throws dev.startill.port.TelegramException if Telegram made no link; ask again
     */
    public OrderLink link() {
      return till.link(product, new Owner.Only(buyer), validity);
    }

    /**
     * Sends the invoice into the buyer's private chat. It leaves as soon as it can, and again if a
     * crash comes between.
     *
     * @throws dev.startill.port.StoreException if it was not recorded: nothing will be sent
     */
    public OrderId invoice() {
      return till.invoice(product, buyer, validity);
    }

    /**
     * The same, for whoever has an update's {@code chat.id} in hand.
     *
     * @param chat the buyer's private chat
     * @throws IllegalArgumentException if it is another chat
     * @throws dev.startill.port.StoreException if it was not recorded: nothing will be sent
     */
    public OrderId invoice(long chat) {
      if (chat <= 0) {
        throw new IllegalArgumentException(
            "Chat %d is a group or a channel, and an invoice goes to the buyer's private chat. "
                    .formatted(chat)
                + "Call link() and post the link there.");
      }
      if (chat != buyer.value()) {
        throw new IllegalArgumentException(
            "Chat %d is not the private chat of buyer %s, who alone may pay. Call invoice()."
                .formatted(chat, buyer));
      }
      return invoice();
    }
  }

  /** For whoever has the link. Immutable. */
  public static final class ToAnyone {
    private final Till till;
    private final Product product;
    private final Optional<Duration> validity;

    private ToAnyone(Till till, Product product, Optional<Duration> validity) {
      this.till = till;
      this.product = product;
      this.validity = validity;
    }

    /** For the first of them alone. */
    public ToFirst once() {
      return new ToFirst(till, product, validity);
    }

    /**
     * Payable for so long, and not until it is closed.
     *
     * @throws IllegalArgumentException unless it is from a second to 366 days
     */
    public ToAnyone validFor(Duration time) {
      return new ToAnyone(till, product, Optional.of(checked(time)));
    }

    /**
     * Makes a link that anybody may pay, any number of times; each payment becomes an order.
     *
     * @throws dev.startill.port.StoreException if it was not recorded
     * @throws dev.startill.port.TelegramException if Telegram made no link
     */
    public OpenLink link() {
      return till.openLink(product, validity);
    }
  }

  /** For the first who pays. Immutable. */
  public static final class ToFirst {
    private final Till till;
    private final Product product;
    private final Optional<Duration> validity;

    private ToFirst(Till till, Product product, Optional<Duration> validity) {
      this.till = till;
      this.product = product;
      this.validity = validity;
    }

    /**
     * Payable for so long, and not for a day, or whatever the settings say.
     *
     * @throws IllegalArgumentException unless it is from a second to 366 days
     */
    public ToFirst validFor(Duration time) {
      return new ToFirst(till, product, Optional.of(checked(time)));
    }

    /**
     * Makes a link that may be paid once, by anybody.
     *
     * @throws dev.startill.port.StoreException if it was not recorded
     * @throws dev.startill.port.TelegramException if Telegram made no link
     */
    public OrderLink link() {
      return till.link(product, new Owner.Anyone(), validity);
    }
  }

  /**
   * A link to one order's invoice. Immutable.
   *
   * @param order the order
   * @param url what to give to its buyer
   */
  public record OrderLink(OrderId order, URI url) {}

  /**
   * A link that many may pay. Immutable.
   *
   * @param id by which to close it
   * @param url what to give to buyers
   */
  public record OpenLink(LinkId id, URI url) {}

  private static Duration checked(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "An invoice is valid for a second to %d days, unlike %s."
              .formatted(LONGEST.toDays(), time));
    }
    return time;
  }
}

package dev.startill.acceptance.clients;

import java.nio.charset.StandardCharsets;

/** What every shop of the contract sells and says; its bots and its buyers agree on this page. */
public final class Goods {
  /** The guide: approved and delivered. */
  public static final String GUIDE = "Premium PDF Guide";

  /** The print: its checkout is declined. */
  public static final String PRINT = "Signed Print";

  /** The dream: its checkout is never answered. */
  public static final String DREAM = "Slow Dream";

  /** The club: paid for thirty days at a time. */
  public static final String CLUB = "Book Club";

  /** How long a payment for the club lasts, in seconds: what Telegram allows. */
  public static final int MONTH = 2_592_000;

  /** What each thing costs, in Stars. */
  public static final int PRICE = 50;

  /** Why a print cannot be bought. */
  public static final String SOLD_OUT = "Sold out. Sorry! Try the guide?";

  /** Said to the buyer while the checkout of a dream is left without an answer. */
  public static final String THINKING = "One moment, please";

  /** The name of the guide's file. */
  public static final String FILE_NAME = "guide.pdf";

  private Goods() {}

  /** The guide's bytes. */
  public static byte[] file() {
    return "%PDF-1.7\n% how to be paid in Stars ⭐\n".getBytes(StandardCharsets.UTF_8);
  }
}

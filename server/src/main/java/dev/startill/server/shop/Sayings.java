package dev.startill.server.shop;

import dev.startill.server.config.Config.Shop;

/**
 * The shop's words, the merchant's own where there are any. Telegram asks of every seller to answer
 * /paysupport and to show terms: https://core.telegram.org/bots/payments-stars#live-checklist.
 * Immutable.
 *
 * @param greeting above the list of products
 * @param support how to get help
 * @param terms of sale
 */
record Sayings(String greeting, String support, String terms) {
  private static final String GREETING = "Welcome! Choose what you would like to have:";

  private static final String SUPPORT =
      """
      Is something wrong with a purchase? Please tell the owner of this bot, and have the \
      transaction id ready: Telegram shows it under Settings, My Stars.

      Telegram's own support cannot help with what is bought in this bot.""";

  private static final String TERMS =
      """
      Everything here is digital and paid in Telegram Stars. The price is the one on the invoice. \
      What you buy is delivered in this chat, usually within seconds of the payment.

      If it does not arrive, or is not what was promised, write /paysupport: Stars can be given \
      back in full. The seller is the owner of this bot, not Telegram.""";

  static Sayings of(Shop shop) {
    return new Sayings(
        shop.greeting().orElse(GREETING),
        shop.support().orElse(SUPPORT),
        shop.terms().orElse(TERMS));
  }
}

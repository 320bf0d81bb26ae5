package dev.startill.server.shop;

import dev.startill.catalog.ProductId;
import dev.startill.party.BuyerId;
import dev.startill.telegram.http.BotApi.Button;
import java.util.List;

/** What the shop does about a word. Immutable. */
sealed interface Reaction {
  /**
   * Writes into a chat. Perishable: who is not answered asks again.
   *
   * @param chat where
   * @param text plain
   * @param keyboard rows of buttons, or none
   */
  record Say(long chat, String text, List<List<Button>> keyboard) implements Reaction {}

  /**
   * Sends an invoice; durable before the update is acknowledged.
   *
   * @param product which
   * @param buyer to whom
   */
  record Sell(ProductId product, BuyerId buyer) implements Reaction {}

  /**
   * Ends the clock on a pressed button.
   *
   * @param callback which press
   * @param text shown for a moment, nothing if empty
   */
  record Nod(String callback, String text) implements Reaction {}
}

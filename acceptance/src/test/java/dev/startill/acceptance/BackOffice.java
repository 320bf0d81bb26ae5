package dev.startill.acceptance;

import dev.startill.Desk;
import dev.startill.RefundAnswer;
import dev.startill.Startill;
import dev.startill.jdbc.JdbcStore;
import dev.startill.payment.ChargeId;
import dev.startill.reconciliation.Reconciliation;
import dev.startill.settings.Settings;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import java.net.URI;

/**
 * A merchant's own program beside the running server, on the same store: it decides, and sends
 * nothing.
 */
final class BackOffice implements AutoCloseable {
  private final HttpBot bot;
  private final JdbcStore store;
  private final Startill startill;

  private BackOffice(Database database, URI telegram) {
    var token = BotToken.of(Box.TOKEN);
    this.bot = HttpBot.at(telegram, token, HttpSettings.defaults().withLimits(0, 0));
    this.store = JdbcStore.open(database.url(), token.id());
    this.startill =
        Startill.over(store, bot.telegram()).settings(Settings.defaults().asSoleOwner()).build();
  }

  static BackOffice beside(Shop shop, Box box) {
    return new BackOffice(shop.database(), box.url());
  }

  RefundAnswer refunds(String charge) {
    return startill.refund(new ChargeId(charge), "asked for by the back office");
  }

  /** Reads Telegram's statement to its end, once. */
  Reconciliation reads() {
    return startill.reconcile();
  }

  Desk desk() {
    return startill.desk();
  }

  @Override
  public void close() {
    startill.close();
    store.close();
    bot.close();
  }
}

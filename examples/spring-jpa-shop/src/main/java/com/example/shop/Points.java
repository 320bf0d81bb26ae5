package com.example.shop;

import dev.startill.port.Fulfilment;
import org.springframework.stereotype.Component;

/**
 * Hands over points, in the transaction that marks the order as fulfilled: what is added here is
 * added exactly once, without a table of what was handled. The handler may run twice; then all that
 * it wrote before was taken back.
 */
@Component
class Points implements Fulfilment {
  /** What one purchase brings. */
  static final long PACK = 500;

  private final Wallets wallets;

  Points(Wallets wallets) {
    this.wallets = wallets;
  }

  @Override
  public void fulfil(Purchase purchase) {
    add(purchase, PACK);
  }

  /** Before the Stars go back. */
  @Override
  public void revoke(Purchase purchase) {
    add(purchase, -PACK);
  }

  private void add(Purchase purchase, long points) {
    var owner = purchase.buyer().value();
    var wallet = wallets.findById(owner).orElseGet(() -> new Wallet(owner));
    wallet.add(points);
    wallets.saveAndFlush(wallet);
  }
}

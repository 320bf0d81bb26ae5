package com.example.shop;

import dev.startill.port.Notice;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.UpdateHandler;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Talks; what it says is of no consequence. The commands of products are answered before. */
@Component
class Conversation implements UpdateHandler {
  private final HttpBot bot;
  private final Wallets wallets;

  Conversation(HttpBot bot, Wallets wallets) {
    this.bot = bot;
    this.wallets = wallets;
  }

  @Override
  public void handle(Incoming incoming) {
    if (incoming instanceof Incoming.Understood understood
        && understood.word() instanceof Incoming.Said said
        && said.isPrivate()) {
      var buyer = said.from().value();
      switch (said.text()) {
        case "/points" -> say(buyer, "You have %d points.".formatted(pointsOf(buyer)));
        case "/terms" -> say(buyer, "Points are for this shop alone.");
        case "/paysupport" -> say(buyer, "Write to shop@example.com.");
        default -> say(buyer, "500 points are /buy, and yours are /points");
      }
    }
  }

  /** A listener is in a transaction, which on SQLite keeps all writers waiting: Telegram is not. */
  @EventListener
  void tell(Notice.Fulfilled fulfilled) {
    Thread.startVirtualThread(() -> thank(fulfilled.order().charge().buyer().value()));
  }

  private void thank(long buyer) {
    say(buyer, "Thank you! You have %d points.".formatted(pointsOf(buyer)));
  }

  private long pointsOf(long owner) {
    return wallets.findById(owner).map(Wallet::points).orElse(0L);
  }

  private void say(long chat, String text) {
    bot.api().sendMessage(chat, text, List.of());
  }
}

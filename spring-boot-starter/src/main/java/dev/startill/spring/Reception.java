package dev.startill.spring;

import dev.startill.Startill;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.UpdateHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in updates that come by polling or webhook: payments go to Startill, the commands of
 * products send invoices, and all else goes to the application's bean of type {@link
 * UpdateHandler}, if it has one. Threads share it.
 */
final class Reception {
  private static final Logger log = LoggerFactory.getLogger(Reception.class);

  private final Startill startill;
  private final Offers offers;
  private final UpdateHandler others;

  Reception(Startill startill, Offers offers, UpdateHandler others) {
    this.startill = startill;
    this.offers = offers;
    this.others = others;
  }

  /**
   * Takes one in. When this returns, what it meant is durable.
   *
   * @throws StoreException if it was not recorded: do not acknowledge it
   */
  void receive(Incoming incoming) {
    switch (incoming) {
      case Incoming.Understood understood -> {
        if (!startill.handle(understood.update()) && !sells(understood.word())) {
          others.handle(understood);
        }
      }
      case Incoming.Unreadable unreadable -> unreadable.tell(log);
    }
  }

  private boolean sells(Incoming.Word word) {
    if (!(word instanceof Incoming.Said said) || !said.isPrivate()) {
      return false;
    }
    var product = said.command().map(command -> offers.commands().get(command.name()));
    product.ifPresent(id -> startill.sell(id).to(said.from()).invoice());
    return product.isPresent();
  }
}

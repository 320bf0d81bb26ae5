package dev.startill.testkit.client;

import dev.startill.Startill;
import dev.startill.party.BuyerId;
import dev.startill.port.Telegram;
import java.util.function.Consumer;

/** A bot over some client, as a contract drives it. Threads share it. */
public interface Client extends AutoCloseable {
  /** What payments ask of Telegram. */
  Telegram telegram();

  /**
   * Begins to take in updates: payments first, and what is none of theirs by the other.
   *
   * @param others told of each text message
   */
  Receiving receive(Startill payments, Consumer<Said> others);

  /** Ends what it made itself. */
  @Override
  void close();

  /**
   * A text message.
   *
   * @param from who
   * @param text what
   */
  record Said(BuyerId from, String text) {}

  /** It goes on until it is closed, which interrupts what is being handled. */
  interface Receiving extends AutoCloseable {
    @Override
    void close();
  }
}

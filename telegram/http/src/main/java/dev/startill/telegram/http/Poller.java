package dev.startill.telegram.http;

import dev.startill.node.Tenure;
import dev.startill.node.Turn;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * Polls while it is this node's turn, with a polling of its own for each turn: what the last one
 * knew of Telegram's queue is nothing to go on from. When its turn is over what is in hand is
 * interrupted, and comes to whoever polls next. Threads share it.
 */
public final class Poller implements AutoCloseable {
  private final Tenure tenure;
  private final Function<Turn, Polling> polls;
  private final Duration patience;
  private final Thread thread;
  private volatile Optional<Polling> polling = Optional.empty();

  /**
   * A poller.
   *
   * @param polls begins to poll, for as long as it is this node's turn
   * @param patience how long its end waits for what is in hand
   */
  public Poller(Tenure tenure, Function<Turn, Polling> polls, Duration patience) {
    this.tenure = tenure;
    this.polls = polls;
    this.patience = patience;
    this.thread = Thread.ofVirtual().name("startill-poller").unstarted(this::run);
  }

  /** From here on it polls whenever it has the duty. */
  public Poller start() {
    thread.start();
    return this;
  }

  /** Why no updates come although it is this node's turn; empty if all is well. */
  public Optional<String> trouble() {
    return polling.flatMap(Polling::trouble);
  }

  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (true) {
        pollOnce();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pollOnce() throws InterruptedException {
    var lease = tenure.awaitTurn();
    var now = polls.apply(() -> tenure.holds(lease));
    polling = Optional.of(now);
    try {
      tenure.awaitEnd(lease);
      now.close(Duration.ZERO);
    } catch (InterruptedException e) {
      now.close(patience);
      throw e;
    } finally {
      polling = Optional.empty();
    }
  }
}

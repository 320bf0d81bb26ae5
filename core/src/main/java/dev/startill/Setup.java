package dev.startill;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Delivery;
import dev.startill.node.Turn;
import dev.startill.outbox.Patience;
import dev.startill.port.Fulfilment;
import dev.startill.port.JoinedFulfilment;
import dev.startill.port.Notice;
import dev.startill.port.SettingsException;
import dev.startill.port.Store;
import dev.startill.port.Telegram;
import dev.startill.settings.Settings;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * What a {@link Startill} is made of; needed things are arguments, wishes are steps. Begun by
 * {@link Startill#over}. For one thread.
 */
public final class Setup {
  /** For orders of products that are not on sale any more. */
  static final Fulfilment NO_HANDLER =
      purchase -> {
        throw new SettingsException(
            "No handler is set. Call fulfilling(…) before start() to hand over '%s'."
                .formatted(purchase.product()));
      };

  final Store store;
  final Telegram telegram;
  final List<Consumer<? super Notice>> listeners = new ArrayList<>();
  Catalog catalog = Catalog.of();
  Optional<Fulfilment> apart = Optional.empty();
  Optional<JoinedFulfilment> joined = Optional.empty();
  Patience patience = Patience.onAThreadOfItsOwn();
  Executor beside = Answers.onThreadsOfTheirOwn();
  Settings settings = Settings.defaults();
  InstantSource clock = InstantSource.system();
  RandomGenerator random = new SecureRandom();
  Turn turn = Turn.ALWAYS;

  Setup(Store store, Telegram telegram) {
    this.store = store;
    this.telegram = telegram;
  }

  /** What is on sale. */
  public Setup selling(Catalog products) {
    catalog = products;
    return this;
  }

  /** Who hands over products that are delivered by a handler. The last one that is set counts. */
  public Setup fulfilling(Fulfilment handler) {
    apart = Optional.of(handler);
    joined = Optional.empty();
    return this;
  }

  /**
   * The same, in the transaction that marks them as handed over: the store makes it, as in {@code
   * fulfilling(store.joined((purchase, connection) -> …))}.
   */
  public Setup fulfilling(JoinedFulfilment handler) {
    joined = Optional.of(handler);
    apart = Optional.empty();
    return this;
  }

  /**
   * Who hears what happens, each {@link Notice} once it is durable, one after the other on a thread
   * of their own. Whatever a listener throws is logged. A process that dies tells no more, and
   * nothing is told again: what must not be lost belongs into {@link #fulfilling(Fulfilment)}.
   */
  public Setup listening(Consumer<? super Notice> listener) {
    listeners.add(listener);
    return this;
  }

  /** Who hears that an order was paid; as {@link #listening}. */
  public Setup onPaid(Consumer<? super Notice.Paid> listener) {
    return listening(Notice.Paid.class, listener);
  }

  /** Who hears that a buyer has the goods; as {@link #listening}. */
  public Setup onFulfilled(Consumer<? super Notice.Fulfilled> listener) {
    return listening(Notice.Fulfilled.class, listener);
  }

  /** Who hears that Stars went back; as {@link #listening}. */
  public Setup onRefunded(Consumer<? super Notice.Refunded> listener) {
    return listening(Notice.Refunded.class, listener);
  }

  /** Who hears of Stars that pay for no order; as {@link #listening}. */
  public Setup onHeld(Consumer<? super Notice.Held> listener) {
    return listening(Notice.Held.class, listener);
  }

  /** Who hears that something needs a person; as {@link #listening}. */
  public Setup onCaseOpened(Consumer<? super Notice.CaseOpened> listener) {
    return listening(Notice.CaseOpened.class, listener);
  }

  private <T extends Notice> Setup listening(Class<T> kind, Consumer<? super T> listener) {
    return listening(
        notice -> {
          if (kind.isInstance(notice)) {
            listener.accept(kind.cast(notice));
          }
        });
  }

  /** Another way to run the handler than on a thread of its own, for simulations. */
  public Setup waiting(Patience way) {
    patience = way;
    return this;
  }

  /** Another way to answer checkouts than each on a thread of its own, for simulations. */
  public Setup answering(Executor way) {
    beside = way;
    return this;
  }

  /** Other knobs than the default ones. */
  public Setup settings(Settings knobs) {
    settings = knobs;
    return this;
  }

  /** Another clock than the system's. */
  public Setup clock(InstantSource source) {
    clock = source;
    return this;
  }

  /** Another source of chance, for runs that can be repeated. */
  public Setup random(RandomGenerator source) {
    random = source;
    return this;
  }

  /**
   * When it is this one's turn to watch the clock and to read the statement, where several share a
   * store: give it a {@link dev.startill.node.Tenure} of {@code ROUNDS}.
   */
  public Setup watching(Turn whenOurs) {
    turn = whenOurs;
    return this;
  }

  /**
   * Makes it, and leaves it to {@link Startill#start()} to begin.
   *
   * @throws SettingsException if a product needs a handler and there is none, or the store is
   *     another bot's
   */
  public Startill build() {
    requireOneBot();
    for (var product : catalog.products()) {
      if (product.delivery() instanceof Delivery.Handler && !isFulfilling()) {
        throw new SettingsException(
            "Product '%s' is handed over by a handler, and there is none. Call fulfilling(…)."
                .formatted(product.id()));
      }
    }
    return new Startill(this);
  }

  private void requireOneBot() {
    var whose = store.bot();
    var speaker = telegram.bot();
    if (whose.isPresent() && speaker.isPresent() && !whose.equals(speaker)) {
      throw new SettingsException(
          "The store is bot %s's, and the token bot %s's. Open the store with the token's bot."
              .formatted(whose.get(), speaker.get()));
    }
  }

  private boolean isFulfilling() {
    return joined.isPresent() || apart.isPresent();
  }

  /** Makes it and starts it. */
  public Startill start() {
    return build().start();
  }
}

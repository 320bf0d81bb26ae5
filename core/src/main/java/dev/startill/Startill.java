package dev.startill;

import dev.startill.catalog.Catalog;
import dev.startill.catalog.Owner;
import dev.startill.catalog.Product;
import dev.startill.catalog.ProductId;
import dev.startill.catalog.Terms;
import dev.startill.intake.Deliberation;
import dev.startill.intake.Intake;
import dev.startill.intake.Received;
import dev.startill.intake.Update;
import dev.startill.node.Turn;
import dev.startill.outbox.Dispatcher;
import dev.startill.outbox.Patience;
import dev.startill.outbox.Places;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.LinkId;
import dev.startill.payment.Payload;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.RefundId;
import dev.startill.port.Fulfilment;
import dev.startill.port.Ids;
import dev.startill.port.Invoice;
import dev.startill.port.SettingsException;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.reconciliation.Reconciler;
import dev.startill.reconciliation.Reconciliation;
import dev.startill.settings.Settings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The front door: takes a bot's payments from the invoice to the goods, and loses none. Give it
 * every update of the bot; what it answers true to is done. Polling and webhooks stay yours:
 * acknowledge an update to Telegram only after {@link #handle} has returned. Threads share it.
 */
public final class Startill implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Startill.class);
  private static final Duration PATIENCE_AT_CLOSE = Duration.ofMillis(2500);

  private final Setup setup;
  private final Ids ids;
  private final Intake intake;
  private final Places places;
  private final Answers answers;
  private final Dispatcher dispatcher;
  private final Reconciler reconciler;
  private final Rounds rounds;

  private Startill(Setup setup) {
    this.setup = setup;
    this.ids = new Ids(setup.clock, setup.random);
    this.places = new Places(setup.settings.deliveries());
    this.intake =
        new Intake(
            setup.store,
            new Deliberation(ids, setup.clock, setup.settings),
            setup.clock,
            setup.settings,
            places);
    this.answers = new Answers(setup.telegram, intake, setup.beside);
    this.dispatcher =
        new Dispatcher(
            setup.store,
            intake,
            setup.telegram,
            setup.fulfilment,
            setup.patience,
            setup.clock,
            setup.settings,
            places);
    this.reconciler =
        new Reconciler(
            setup.store,
            intake.recovery(),
            setup.telegram,
            setup.clock,
            setup.settings.reconciling());
    this.rounds =
        new Rounds(setup.store, intake, reconciler, setup.clock, setup.settings, setup.turn);
  }

  /** Begins to set one up over a store and a way to Telegram. */
  public static Setup over(Store store, Telegram telegram) {
    return new Setup(store, telegram);
  }

  /**
   * Takes in an update. When this returns, what the update meant is durable, and what Telegram must
   * hear at once is on its way there, which nobody needs to wait for.
   *
   * @return whether the update was about a payment of ours; false leaves it to your other code
   * @throws StoreException if it was not recorded: do not acknowledge the update. A checkout is
   *     answered "no" instead.
   */
  public boolean handle(Update update) {
    var received = receive(update);
    received.answer().ifPresent(this::tell);
    return received.ours();
  }

  /**
   * The same, and leaves it to the caller to tell Telegram what it must hear at once: in the reply
   * to its webhook, say, or by {@link #tell}. Within ten seconds, or the buyer cannot pay.
   *
   * @throws StoreException if it was not recorded: do not acknowledge the update. A checkout is
   *     answered "no" instead.
   */
  public Received receive(Update update) {
    return intake.receive(update);
  }

  /** Tells Telegram what it must hear at once, by a call of its own that nobody waits for. */
  public void tell(Answer answer) {
    answers.say(answer);
  }

  /**
   * Sends a product's invoice into the buyer's private chat. The buyer's open invoice of the same
   * product is sent again if nothing about it has changed.
   *
   * @throws SettingsException if no such product is on sale
   * @throws StoreException if it was not recorded: nothing will be sent
   */
  public void sell(ProductId product, BuyerId buyer) {
    var now = setup.clock.instant();
    var until = now.plus(setup.settings.orderValidity());
    var terms = Terms.of(onSale(product), new Owner.Only(buyer), until);
    intake.take(new PaymentEvent.InvoiceRequested(buyer, terms, now));
  }

  /**
   * Makes a link that anybody may pay, any number of times; each payment becomes an order.
   *
   * @throws SettingsException if no such product is on sale
   * @throws StoreException if it was not recorded
   * @throws dev.startill.port.TelegramException if Telegram made no link
   */
  public OpenLink openLink(ProductId product) {
    var id = new LinkId(ids.next("lnk"));
    var terms = Terms.of(onSale(product), new Owner.Anyone(), Terms.WITHOUT_END);
    intake.take(new PaymentEvent.LinkRequested(id, terms, setup.clock.instant()));
    var invoice = Invoice.of(terms, new Payload.OfLink(id));
    return new OpenLink(id, setup.telegram.createInvoiceLink(invoice));
  }

  /**
   * Declines further checkouts on a link; a payment that is under way still counts.
   *
   * @throws StoreException if it was not recorded
   */
  public void closeLink(LinkId link) {
    intake.take(new PaymentEvent.LinkClosed(link, setup.clock.instant()));
  }

  /**
   * Adds one-time codes to a product's stock; those that it ever had are skipped.
   *
   * @return how many were new
   * @throws StoreException if it was not recorded
   */
  public int stock(ProductId product, List<String> codes) {
    return setup.store.inTransaction(Store.Lane.ROUTINE, work -> work.stock(product, codes));
  }

  /**
   * Asks to send a charge back to its buyer, whole. Goods that left are taken back first. The
   * outcome comes later, and is one of: returned, refused (a case), or unknown until the statement
   * tells.
   *
   * @param reason for people to read
   * @throws StoreException if it was not recorded: nothing was asked for
   */
  public RefundAnswer refund(ChargeId charge, String reason) {
    var refund = new RefundId(ids.next("re"));
    return RefundAnswer.of(
        intake.take(
            new PaymentEvent.RefundRequested(charge, refund, reason, setup.clock.instant())));
  }

  /** What a person may do about cases and dead letters. */
  public Desk desk() {
    return new Desk(setup.store, intake, reconciler, setup.clock, ids, places::wake);
  }

  /**
   * Reads Telegram's statement to its end and compares the books, once, on this thread. {@link
   * #start()} does it again and again.
   *
   * @throws dev.startill.port.TelegramException if Telegram did not give all of it
   * @throws StoreException if it was not recorded
   */
  public Reconciliation reconcile() {
    return reconcile(lines -> {});
  }

  /** The same, telling how many lines are read so far. */
  public Reconciliation reconcile(LongConsumer progress) {
    return reconciler.reconcile(progress);
  }

  /** Sends what is due and ends what is over, once, on this thread: for tests and simulations. */
  public int step() {
    return intake.endWhatIsOver() + dispatcher.deliverDue();
  }

  /** Begins to send, to watch the clock and to read Telegram's statement. */
  public Startill start() {
    Thread.ofVirtual().name("startill-dispatcher").start(dispatcher::run);
    Thread.ofVirtual().name("startill-clock").start(rounds::watchTheClock);
    Thread.ofVirtual().name("startill-reconciler").start(rounds::watchTheStatement);
    return this;
  }

  /** Stops; what is being sent may finish, for two and a half seconds. The store stays open. */
  @Override
  public void close() {
    rounds.close();
    var until = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
    if (!dispatcher.close(PATIENCE_AT_CLOSE)) {
      log.warn("Some messages were still under way at the end; they will be sent again.");
    }
    if (!answers.await(Duration.ofNanos(Math.max(0, until - System.nanoTime())))) {
      log.warn("Some answers to checkouts were still under way at the end.");
    }
  }

  private Product onSale(ProductId product) {
    return setup
        .catalog
        .find(product)
        .orElseThrow(
            () ->
                new SettingsException(
                    "No product '%s' is on sale. Add it to the catalogue.".formatted(product)));
  }

  /**
   * A link and its id.
   *
   * @param id by which to close it
   * @param url what to give to buyers
   */
  public record OpenLink(LinkId id, URI url) {}

  /** What a {@link Startill} is made of; needed things are arguments, wishes are steps. */
  public static final class Setup {
    private final Store store;
    private final Telegram telegram;
    private Catalog catalog = Catalog.of();
    private Fulfilment fulfilment =
        purchase -> {
          throw new SettingsException(
              "No handler is set. Call fulfilling(…) before start() to sell '%s'."
                  .formatted(purchase.product()));
        };
    private Patience patience = Patience.onAThreadOfItsOwn();
    private Executor beside = Answers.onThreadsOfTheirOwn();
    private Settings settings = Settings.defaults();
    private InstantSource clock = InstantSource.system();
    private RandomGenerator random = new SecureRandom();
    private Turn turn = Turn.ALWAYS;

    private Setup(Store store, Telegram telegram) {
      this.store = store;
      this.telegram = telegram;
    }

    /** What is on sale. */
    public Setup selling(Catalog products) {
      catalog = products;
      return this;
    }

    /** Who hands over products that are delivered by a handler. */
    public Setup fulfilling(Fulfilment handler) {
      fulfilment = handler;
      return this;
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
     * When it is this one's turn to watch the clock and to read the statement, where several share
     * a store: give it a {@link dev.startill.node.Tenure} of {@code ROUNDS}.
     */
    public Setup watching(Turn whenOurs) {
      turn = whenOurs;
      return this;
    }

    /** Makes it, and leaves it to {@link Startill#start()} to begin. */
    public Startill build() {
      return new Startill(this);
    }

    /** Makes it and starts it. */
    public Startill start() {
      return build().start();
    }
  }
}

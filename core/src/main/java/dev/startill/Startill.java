package dev.startill;

import dev.startill.catalog.ProductId;
import dev.startill.doctor.Diagnosis;
import dev.startill.doctor.Doctor;
import dev.startill.doctor.Expectation;
import dev.startill.doctor.Finding;
import dev.startill.intake.Received;
import dev.startill.intake.Update;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.LinkId;
import dev.startill.payment.PaymentEvent;
import dev.startill.payment.RefundId;
import dev.startill.port.SettingsException;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.reconciliation.Reconciliation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The front door: takes a bot's payments from the invoice to the goods, and loses none. Give it
 * every update of the bot; what it answers true to is done. Polling and webhooks stay yours:
 * acknowledge an update to Telegram only after {@link #handle} has returned. Threads share it.
 */
public final class Startill implements AutoCloseable {
  private final Setup setup;
  private final Engine engine;
  private final Till till;

  Startill(Setup setup) {
    this.setup = setup;
    this.engine = new Engine(setup);
    this.till = new Till(setup, engine);
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
    return engine.intake.receive(update);
  }

  /** Tells Telegram what it must hear at once, by a call of its own that nobody waits for. */
  public void tell(Answer answer) {
    engine.answers.say(answer);
  }

  /**
   * Begins to sell a product: {@code sell("guide").to(buyer).invoice()}, or another of {@link
   * Sale}'s sentences.
   *
   * @param product its id in the catalogue
   * @throws SettingsException if no such product is on sale
   */
  public Sale sell(String product) {
    return sell(new ProductId(product));
  }

  /**
   * The same.
   *
   * @throws SettingsException if no such product is on sale
   */
  public Sale sell(ProductId product) {
    return new Sale(till, till.onSale(product));
  }

  /**
   * Declines further checkouts on a link; a payment that is under way still counts.
   *
   * @throws StoreException if it was not recorded
   */
  public void closeLink(LinkId link) {
    engine.intake.take(new PaymentEvent.LinkClosed(link, setup.clock.instant()));
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
    var refund = new RefundId(engine.ids.next("re"));
    return RefundAnswer.of(
        engine.intake.take(
            new PaymentEvent.RefundRequested(charge, refund, reason, setup.clock.instant())));
  }

  /** What a person may do about cases and dead letters. */
  public Desk desk() {
    return new Desk(
        setup.store,
        engine.intake,
        engine.reconciler,
        setup.clock,
        engine.ids,
        engine.places::wake);
  }

  /** The orders, to read. */
  public Orders orders() {
    return new Orders(setup.store.books());
  }

  /** Who has a right to what. */
  public Entitlements entitlements() {
    return new Entitlements(setup.store.books(), setup.clock);
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
    return engine.reconciler.reconcile(progress);
  }

  /**
   * Looks at all that a sale needs: the store, what is on sale, the token, this machine's clock,
   * how updates come, what Telegram asks of sellers and what it holds. Changes nothing.
   *
   * @param expected how updates are meant to come
   */
  public Diagnosis doctor(Expectation expected) {
    var findings = new ArrayList<Finding>();
    var doctor = new Doctor(setup.clock, findings::add);
    doctor.store(setup.store, setup.settings);
    doctor.goods(setup.catalog);
    doctor.stock(setup.catalog, setup.store);
    doctor.telegram(setup.telegram, expected);
    return new Diagnosis(findings);
  }

  /** The same, however updates are meant to come. */
  public Diagnosis doctor() {
    return doctor(Expectation.either());
  }

  /**
   * Sends what is due, ends what is over and tells listeners what happened, once, on this thread:
   * for tests and simulations.
   */
  public int step() {
    return engine.step();
  }

  /** Begins to send, to watch the clock, to read Telegram's statement and to tell listeners. */
  public Startill start() {
    engine.start();
    return this;
  }

  /** Stops; what is being sent may finish, for two and a half seconds. The store stays open. */
  @Override
  public void close() {
    engine.close();
  }
}

package dev.startill.sandbox.testing;

import dev.startill.sandbox.wire.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person with a phone: writes to a bot, reads its answers, pays. What they wait for is waited for
 * with a bound, and read only once: each message that {@link #reads} or {@link #waitsFor} hands out
 * is behind them, with all that came before it. Thread-safe.
 */
public final class Buyer {
  private static final String REFUNDED_CHARGE = "/refunded_payment/telegram_payment_charge_id";

  private final Stage stage;
  private final long id;
  private final String firstName;
  private final Optional<Bot> at;
  private final Reading reading;

  private Buyer(Stage stage, long id, String firstName, Optional<Bot> at, Reading reading) {
    this.stage = stage;
    this.id = id;
    this.firstName = firstName;
    this.at = at;
    this.reading = reading;
  }

  static Buyer of(Stage stage, long id, String firstName) {
    return new Buyer(stage, id, firstName, Optional.empty(), new Reading());
  }

  /** Their user identifier, which is also the private chat's. */
  public long id() {
    return id;
  }

  /** What they are called. */
  public String firstName() {
    return firstName;
  }

  /** Gives them so many Stars more. */
  public Buyer withStars(long stars) {
    var unused = stage.post(path("stars"), Json.object().put("stars", stars));
    return this;
  }

  /** The same person in their chat with this bot; needed only where there are several. */
  public Buyer at(Bot bot) {
    return new Buyer(stage, id, firstName, Optional.of(bot), reading);
  }

  /** Writes to the bot. */
  public Message sends(String text) {
    var body = Json.object().put("bot", bot().id()).put("text", text);
    return new Message(stage.post(path("messages"), body));
  }

  /** The next message that they have not read, once it has come. */
  public Message reads() {
    return waitsFor("a message", message -> true);
  }

  /** The next unread message with these words in it, once it has come. */
  public Message reads(String words) {
    return waitsFor("\"" + words + "\"", message -> message.text().contains(words));
  }

  /** The next unread message that is so, once it has come. */
  public Message waitsFor(Predicate<Message> so) {
    return waitsFor("a message that the test describes", so);
  }

  /**
   * The next unread message that is so, once it has come; it may be one that was edited.
   *
   * @param what its name in the words of a failure
   * @throws WaitedInVain when none came in time
   */
  public Message waitsFor(String what, Predicate<Message> so) {
    var bot = bot();
    return until(bot, what, () -> reading.next(bot.id(), chat(bot), m -> !isMine(m) && so.test(m)));
  }

  /** Their chat with the bot as it is, oldest first, service messages included. */
  public List<Message> chat() {
    return chat(bot());
  }

  /** Pays the newest invoice since their own last words that they have not paid; waits for it. */
  public Payment pays() {
    var bot = bot();
    return pays(until(bot, "an invoice since their last words", () -> newestInvoice(bot)));
  }

  /** Pays an invoice bubble, or the first invoice link in a message; waits for the bot's word. */
  public Payment pays(Message invoice) {
    return end(bill(invoice));
  }

  /** Pays an invoice link; waits for the bot's word. */
  public Payment pays(String link) {
    return end(Json.object().put("link", link));
  }

  /** Confirms a payment and lets the bot think: it has been asked when this returns. */
  public CompletableFuture<Payment> beginsToPay(Message invoice) {
    var bill = bill(invoice);
    return Begun.payment(stage.live(), id, () -> end(bill));
  }

  /**
   * Pays a subscription's link.
   *
   * @throws AssertionError when the first payment does not succeed
   */
  public Subscription subscribes(String link) {
    var end = stage.post(path("subscriptions"), Json.object().put("link", link));
    var unused = payment(end).charge();
    return Subscription.of(end.path("subscription"));
  }

  /** Their subscriptions as they stand now. */
  public List<Subscription> subscriptions() {
    return stage.get(path("subscriptions")).valueStream().map(Subscription::of).toList();
  }

  /** Lets a subscription end with its period. */
  public Subscription cancels(Subscription subscription) {
    return turned(subscription, "cancel");
  }

  /** Lets a subscription that they ended renew again. */
  public Subscription restores(Subscription subscription) {
    return turned(subscription, "restore");
  }

  /**
   * Presses the button with this text on the newest message that has one, once there is one.
   *
   * @return what the bot showed for it; empty when it stayed silent
   */
  public ButtonAnswer presses(String button) {
    var bot = bot();
    var pressed = until(bot, "a button \"" + button + "\"", () -> button(bot, button));
    if (pressed.button().data().isEmpty()) {
      throw new IllegalArgumentException(
          "\"" + button + "\" asks the bot nothing: it pays or leads elsewhere. " + pressed);
    }
    var body = Json.object().put("bot", bot.id()).put("message_id", pressed.message().id());
    var shown = stage.post(path("callbacks"), body.put("data", pressed.button().data()));
    return new ButtonAnswer(
        shown.path("text").asString(""),
        shown.path("show_alert").asBoolean(false),
        shown.path("url").asString(""));
  }

  /** Blocks the bot: what it sends to them is refused with 403. */
  public void blocks() {
    var unused = stage.post(path("block"), Json.object().put("bot", bot().id()));
  }

  /** Lets the bot speak again. */
  public void unblocks() {
    var unused = stage.post(path("unblock"), Json.object().put("bot", bot().id()));
  }

  /** The Stars that they have left. */
  public long stars() {
    return stage.get("users/" + id).path("stars").asLong();
  }

  /** What they have paid to the bot, oldest first. */
  public List<Receipt> receipts() {
    var chat = chat();
    return chat.stream()
        .filter(message -> message.has("successful_payment"))
        .map(message -> message.json().path("successful_payment"))
        .map(
            payment -> {
              var charge = payment.path("telegram_payment_charge_id").asString("");
              return new Receipt(
                  charge,
                  payment.path("total_amount").asLong(),
                  payment.path("invoice_payload").asString(""),
                  chat.stream().anyMatch(m -> m.at(REFUNDED_CHARGE).equals(charge)));
            })
        .toList();
  }

  @Override
  public String toString() {
    return firstName;
  }

  private record Pressed(Message message, Button button) {}

  private Optional<Pressed> button(Bot bot, String text) {
    for (var message : chat(bot).reversed()) {
      for (var button : message.buttons()) {
        if (button.text().equals(text)) {
          return Optional.of(new Pressed(message, button));
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Message> newestInvoice(Bot bot) {
    for (var message : chat(bot).reversed()) {
      if (isMine(message) && !message.has("successful_payment")) {
        return Optional.empty();
      }
      if (message.isInvoice() && !reading.isPaid(bot.id(), message)) {
        return Optional.of(message);
      }
    }
    return Optional.empty();
  }

  private ObjectNode bill(Message invoice) {
    if (!invoice.isInvoice()) {
      return Json.object().put("link", invoice.link());
    }
    long bot = invoice.json().path("from").path("id").asLong();
    reading.paid(bot, invoice.id());
    return Json.object().put("bot", bot).put("message_id", invoice.id());
  }

  private Payment end(ObjectNode bill) {
    return payment(stage.post(path("payments"), bill));
  }

  private Subscription turned(Subscription subscription, String how) {
    var address = path("subscriptions/" + subscription.id() + "/" + how);
    return Subscription.of(stage.post(address, Json.object()));
  }

  private static Payment payment(JsonNode end) {
    return new Payment(
        end.path("status").asString(""),
        end.path("charge_id").asString(""),
        end.path("error").asString(""),
        end.path("code").asString(""));
  }

  private List<Message> chat(Bot bot) {
    return stage
        .get(path("messages"), Map.of("bot", Long.toString(bot.id())))
        .valueStream()
        .map(Message::new)
        .toList();
  }

  private <T> T until(Bot bot, String what, Supplier<Optional<T>> look) {
    return stage.until(
        look,
        () ->
            "%s waited %s for %s, and it did not come.%n%s"
                .formatted(
                    firstName, stage.patience(), what, new Situation(stage).of(at(bot), bot)));
  }

  private Bot bot() {
    return at.orElseGet(() -> new Bots(stage).awaited());
  }

  private boolean isMine(Message message) {
    return message.json().path("from").path("id").asLong() == id;
  }

  private String path(String what) {
    return "users/" + id + "/" + what;
  }
}

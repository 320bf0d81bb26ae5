package dev.startill.sandbox.testing;

import dev.startill.sandbox.live.SandboxClock;
import dev.startill.sandbox.wire.Json;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Telegram in the hands of a test: it makes buyers, moves time, breaks what a test wants broken and
 * shows what the bot did. A {@code Sandbox} is one, and so is the JUnit extension. Thread-safe.
 *
 * <pre>{@code
 * var ann = telegram.buyer("Ann").withStars(100);
 * ann.sends("/buy");
 * var charge = ann.pays().charge();
 * ann.reads("Thank you");
 * }</pre>
 */
public abstract class Telegram {
  /** For those who have a sandbox. */
  protected Telegram() {}

  /** What a test acts on. */
  protected abstract Stage stage();

  /** What another one acts on, for those that stand in front of it. */
  protected static Stage stageOf(Telegram other) {
    return other.stage();
  }

  /** The address to give to a client library instead of https://api.telegram.org. */
  public abstract URI url();

  /** The token to give to the bot under test. */
  public String token() {
    return bot().token();
  }

  /**
   * The bot under test: the first that a test named, else the only one there is, else a new one.
   */
  public Bot bot() {
    return new Bots(stage()).orNew();
  }

  /** The bot of this token, for tests of several bots or with a token of their own. */
  public Bot bot(String token) {
    return new Bots(stage()).of(token);
  }

  /** A new buyer without Stars. */
  public Buyer buyer(String firstName) {
    return buyer(firstName, "en");
  }

  /** A new buyer whose Telegram speaks this language (IETF tag, as {@code language_code}). */
  public Buyer buyer(String firstName, String languageCode) {
    var body = Json.object().put("first_name", firstName).put("language_code", languageCode);
    return Buyer.of(stage(), stage().post("users", body).path("id").asLong(), firstName);
  }

  /** Time, which runs and can be moved ahead: what falls due on the way has happened then. */
  public SandboxClock clock() {
    return stage().live().clock();
  }

  /** Hands the bot's last update out once more. */
  public void redeliverLast() {
    bot().redeliverLast();
  }

  /** Calls of this method ({@code *}: of any) fail, as the answer goes on to say. */
  public MethodFault fail(String method) {
    return MethodFault.of(stage(), method);
  }

  /**
   * Updates of this kind never reach the bot: a field of Update, {@code successful_payment}, {@code
   * refunded_payment}, or {@code *}.
   */
  public DeliveryFault lose(String kind) {
    return DeliveryFault.of(stage(), kind, "drop");
  }

  /** Updates of this kind reach the bot twice. */
  public DeliveryFault duplicate(String kind) {
    return DeliveryFault.of(stage(), kind, "duplicate");
  }

  /** An update of this kind reaches the bot after the one that follows it. */
  public DeliveryFault reorder(String kind) {
    return DeliveryFault.of(stage(), kind, "reorder");
  }

  /**
   * Refunds go wrong as they did in January 2025 (tdlib/telegram-bot-api#690): the charge of a
   * subscription goes back and the bot is not told (the preset {@code refund-bug-2025}).
   */
  public void refundBugOf2025() {
    var unused = stage().post("faults", Json.object().put("preset", "refund-bug-2025"));
  }

  /** The payer took a charge's Stars back at the store. Telegram does not tell the bot. */
  public void chargeBack(String chargeId) {
    var unused = stage().post("chargebacks", Json.object().put("charge_id", chargeId));
  }

  /** The bot's owner withdraws so many Stars. */
  public Withdrawal withdraw(long stars) {
    var body = Json.object().put("bot", bot().id()).put("stars", stars);
    return new Withdrawal(stage(), stage().post("withdrawals", body).path("id").asLong());
  }

  /** Nothing goes wrong any more. */
  public void heal() {
    stage().delete("faults", Map.of());
  }

  /** All calls of this method so far, of any bot, oldest first. */
  public List<Call> calls(String method) {
    return stage().calls().of(method);
  }

  /** All calls so far, oldest first. */
  public List<Call> calls() {
    return stage().calls().all();
  }

  /** The next call of this method that no test has waited for yet, once it has ended. */
  public Call waitsForCall(String method) {
    return waitsForCall(method, call -> true);
  }

  /**
   * The next call of this method that is so, once it has ended.
   *
   * @throws WaitedInVain when none came in time
   */
  public Call waitsForCall(String method, Predicate<Call> so) {
    return stage().calls().next(method, so);
  }

  /** Forgets all but the time and the bots, which keep their commands and webhooks. */
  public void forget() {
    stage().delete("", Map.of("keep", "bots"));
    new Bots(stage()).again();
  }

  /** Chats and last calls in plain words, for those who wonder why a test failed. */
  public String situation() {
    return new Situation(stage()).ofAll();
  }
}

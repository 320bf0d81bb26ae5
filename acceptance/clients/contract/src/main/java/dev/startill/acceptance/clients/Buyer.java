package dev.startill.acceptance.clients;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A person with a phone: writes to a bot, sees its private chat with it, and pays. Thread-safe. */
public record Buyer(Telegram telegram, long id) {

  /** How a payment ended; the charge's id or the error's text is empty where there is none. */
  public record Receipt(String status, String chargeId, String error) {}

  /** Writes a text to a bot. */
  public void says(String text, long bot) {
    telegram.post(path("messages"), telegram.json().put("bot", bot).put("text", text));
  }

  /** The private chat with a bot, oldest first, as Message objects. */
  public List<JsonNode> chat(long bot) {
    return telegram.get(path("messages") + "?bot=" + bot).valueStream().toList();
  }

  /** The first message of a bot's chat that is so, once it has come. */
  public JsonNode sees(long bot, String what, Predicate<JsonNode> so) {
    return Await.until(
        what, () -> chat(bot).stream().filter(message -> byBot(message, bot)).filter(so).findAny());
  }

  /** The first text of a bot with these words in it, once it has come. */
  public JsonNode reads(long bot, String words) {
    return sees(
        bot,
        "text with \"" + words + "\" in it",
        message -> message.path("text").asString("").contains(words));
  }

  /** Texts of a bot with these words in them, so far. */
  public long timesRead(long bot, String words) {
    return chat(bot).stream()
        .filter(message -> byBot(message, bot))
        .filter(message -> message.path("text").asString("").contains(words))
        .count();
  }

  /** The first invoice for a thing, once it has come. */
  public JsonNode invoice(long bot, String title) {
    return sees(
        bot,
        "invoice for " + title,
        message -> message.path("invoice").path("title").asString("").equals(title));
  }

  /** Pays an invoice bubble; waits for the bot's word. */
  public Receipt pays(JsonNode invoice, long bot) {
    return pays(
        telegram.json().put("bot", bot).put("message_id", invoice.path("message_id").asLong()));
  }

  /** Pays an invoice bubble and does not wait. */
  public CompletableFuture<Receipt> beginsToPay(JsonNode invoice, long bot) {
    return CompletableFuture.supplyAsync(() -> pays(invoice, bot));
  }

  /** Pays an invoice link; waits for the bot's word. */
  public Receipt pays(String link) {
    return pays(telegram.json().put("link", link));
  }

  /** Cancels or restores the one subscription that there is: {@code cancel}, {@code restore}. */
  public void turnsHerSubscription(String how) {
    var id = telegram.get(path("subscriptions")).path(0).path("id").asString();
    telegram.post(path("subscriptions") + "/" + id + "/" + how, telegram.json());
  }

  /** Presses an inline button; answers the text that the bot shows for it. */
  public String presses(JsonNode message, String data, long bot) {
    var press = telegram.json().put("bot", bot).put("data", data);
    press.put("message_id", message.path("message_id").asLong());
    return telegram.post(path("callbacks"), press).path("text").asString("");
  }

  /** Blocks a bot. */
  public void blocks(long bot) {
    telegram.post(path("block"), telegram.json().put("bot", bot));
  }

  /** The Stars left. */
  public long stars() {
    return telegram.get("/sandbox/users/" + id).path("stars").asLong();
  }

  private Receipt pays(ObjectNode what) {
    var end = telegram.post(path("payments"), what);
    return new Receipt(
        end.path("status").asString(),
        text(end, "charge_id").orElse(""),
        text(end, "error").orElse(""));
  }

  private String path(String what) {
    return "/sandbox/users/" + id + "/" + what;
  }

  private static boolean byBot(JsonNode message, long bot) {
    return message.path("from").path("id").asLong() == bot;
  }

  private static Optional<String> text(JsonNode json, String field) {
    return Optional.of(json.path(field).asString("")).filter(found -> !found.isEmpty());
  }
}

package dev.startill.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A person with Stars, in the private chat with the shop's bot. */
final class Buyer {
  private final Box box;
  private final long id;
  private final String name;
  private final long bot;

  Buyer(Box box, long id, String name) {
    this(box, id, name, Box.BOT);
  }

  private Buyer(Box box, long id, String name, long bot) {
    this.box = box;
    this.id = id;
    this.name = name;
    this.bot = bot;
  }

  /** The same person in the chat with another bot. */
  Buyer with(long otherBot) {
    return new Buyer(box, id, name, otherBot);
  }

  long id() {
    return id;
  }

  long stars() {
    return box.get("/sandbox/users/" + id).get("stars").asLong();
  }

  Buyer says(String text) {
    box.post(path("messages"), Json.object().put("bot", bot).put("text", text));
    return this;
  }

  /** Types a command and waits for the new invoice. */
  JsonNode asks(String command) {
    var before = invoices();
    says(command);
    return Until.some(
        name + " gets an invoice for " + command,
        () -> Optional.of(invoices()).filter(all -> all.size() > before.size()).map(List::getLast));
  }

  List<JsonNode> invoices() {
    return messages(message -> message.has("invoice"));
  }

  /** Pays an invoice bubble; the answer is the form's: status, charge_id, error. */
  JsonNode pays(JsonNode invoice) {
    return box.post(
        path("payments"),
        Json.object().put("bot", bot).put("message_id", invoice.get("message_id").asLong()));
  }

  JsonNode pays(String link) {
    return box.post(path("payments"), Json.object().put("link", link));
  }

  JsonNode presses(JsonNode message, String data) {
    return box.post(
        path("callbacks"),
        Json.object()
            .put("bot", bot)
            .put("message_id", message.get("message_id").asLong())
            .put("data", data));
  }

  void blocks() {
    box.post(path("block"), Json.object().put("bot", bot));
  }

  void unblocks() {
    box.post(path("unblock"), Json.object().put("bot", bot));
  }

  /** What the bot wrote, oldest first. */
  List<String> reads() {
    return messages(m -> m.path("from").path("is_bot").asBoolean(false) && m.has("text")).stream()
        .map(message -> message.get("text").asString())
        .toList();
  }

  String awaits(String words) {
    return Until.some(
        name + " reads '" + words + "' among " + messages(m -> true),
        () -> reads().stream().filter(text -> text.contains(words)).findFirst());
  }

  List<JsonNode> messages(Predicate<JsonNode> wanted) {
    var all = box.get(path("messages") + "?bot=" + bot);
    return StreamSupport.stream(all.spliterator(), false).filter(wanted).toList();
  }

  private String path(String what) {
    return "/sandbox/users/" + id + "/" + what;
  }
}

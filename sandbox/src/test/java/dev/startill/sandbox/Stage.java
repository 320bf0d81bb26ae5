package dev.startill.sandbox;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A sandbox with a bot and a buyer in it, on which a scene is played. */
final class Stage implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final Sandbox sandbox;
  final Client bot;
  final long ann;

  Stage(Sandbox.Builder wish) {
    sandbox = wish.start();
    bot = new Client(sandbox);
    bot.post("/sandbox/bots", "{\"token\":\"" + Client.TOKEN + "\"}");
    ann = bot.user("Ann", 1000);
    bot.says(ann, "/start");
    bot.ok("getUpdates", "{\"offset\":-1}");
    bot.next("message");
  }

  /** An invoice over 50 Stars that nobody would refuse. */
  static ObjectNode invoice() {
    return (ObjectNode) JSON.readTree(Client.invoice("ord_1", 50));
  }

  /** Calls a method of an invoice; sendInvoice gets Ann's chat unless it names another. */
  Client.Answer invoice(String method, ObjectNode invoice) {
    if (method.equals("sendInvoice") && !invoice.has("chat_id")) {
      invoice.put("chat_id", ann);
    }
    return call(method, invoice);
  }

  /** Calls a method; half characters travel as escapes, for they have no UTF-8. */
  Client.Answer call(String method, ObjectNode body) {
    return bot.call(method, body.toString().replace("\ud800", "\\ud800"));
  }

  /** Ann pays so many Stars, and the bot agrees; the answer is what her client reads. */
  JsonNode sale(String payload, long stars) {
    return bought(bot.pays(ann, bot.link(payload, stars)));
  }

  /** The bot agrees to the payment that was begun, and reads the service message. */
  JsonNode bought(CompletableFuture<Client.Answer> payment) {
    agree(bot.next("pre_checkout_query").path("id").asString());
    var end = payment.join().json();
    bot.next("message");
    return end;
  }

  void agree(String query) {
    bot.ok("answerPreCheckoutQuery", yes(query));
  }

  static String yes(String query) {
    return "{\"pre_checkout_query_id\":\"" + query + "\",\"ok\":true}";
  }

  static String no(String query, String words) {
    return "{\"pre_checkout_query_id\":\"%s\",\"ok\":false,\"error_message\":\"%s\"}"
        .formatted(query, words);
  }

  /** A long poll that has begun to wait. */
  CompletableFuture<Client.Answer> poll() {
    return poll("{\"timeout\":20}");
  }

  /** As above, with these parameters. */
  CompletableFuture<Client.Answer> poll(String parameters) {
    var poll = bot.later("getUpdates", parameters);
    long patience = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!bot.get("/sandbox/bots/" + Client.BOT).json().path("polling").asBoolean()) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("the poll does not wait");
      }
    }
    return poll;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}

package dev.startill.sandbox.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody's bot: a few lines of plain HTTP that poll and sell. It knows no sandbox. */
public final class TinyShop implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI api;
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();
  private final Map<Long, String> charges = new ConcurrentHashMap<>();
  private volatile boolean closed;
  private final Thread poll;

  public TinyShop(URI telegram, String token) {
    this.api = telegram.resolve("/bot" + token + "/");
    this.poll = Thread.ofVirtual().unstarted(this::poll);
    poll.start();
  }

  private void poll() {
    long offset = 0;
    while (!closed) {
      try {
        var batch = call("getUpdates", Map.of("offset", offset, "timeout", 20)).path("result");
        for (var update : batch) {
          offset = update.path("update_id").asLong() + 1;
          handle(update);
        }
      } catch (UncheckedIOException e) {
        closed = true;
      }
    }
  }

  private void handle(JsonNode update) {
    var query = update.path("pre_checkout_query");
    var press = update.path("callback_query");
    var message = update.path("message");
    if (!query.isMissingNode()) {
      check(query);
    } else if (!press.isMissingNode()) {
      call("answerCallbackQuery", Map.of("callback_query_id", press.path("id"), "text", "Coming"));
      bill(press.path("from").path("id").asLong(), "guide");
    } else if (message.has("successful_payment")) {
      deliver(message);
    } else {
      obey(message.path("chat").path("id").asLong(), message.path("text").asString(""));
    }
  }

  private void check(JsonNode query) {
    var payload = query.path("invoice_payload").asString();
    if (payload.equals("dream")) {
      return; // thinks for ever
    }
    boolean sold = payload.equals("print");
    call(
        "answerPreCheckoutQuery",
        Map.of(
            "pre_checkout_query_id", query.path("id"), "ok", !sold, "error_message", "Sold out"));
  }

  private void deliver(JsonNode message) {
    long buyer = message.path("chat").path("id").asLong();
    var charge = message.path("successful_payment").path("telegram_payment_charge_id").asString();
    charges.put(buyer, charge);
    say(buyer, delivered.add(charge) ? "Thank you! " + charge : "You have it already.");
  }

  private void obey(long chat, String text) {
    switch (text) {
      case "/buy" -> bill(chat, "guide");
      case "/print" -> bill(chat, "print");
      case "/dream" -> bill(chat, "dream");
      case "/menu" ->
          call(
              "sendMessage",
              Map.of(
                  "chat_id",
                  chat,
                  "text",
                  "What will it be?",
                  "reply_markup",
                  Map.of(
                      "inline_keyboard",
                      new Object[][] {{Map.of("text", "A guide", "callback_data", "g")}})));
      case "/link" ->
          say(
              chat,
              "For a friend: "
                  + call("createInvoiceLink", offer("guide")).path("result").asString());
      case "/club" -> {
        var club = offer("club");
        club.put("subscription_period", 2_592_000);
        say(chat, "Join: " + call("createInvoiceLink", club).path("result").asString());
      }
      case "/refund" -> refund(chat);
      case "/edit" -> edit(chat);
      default -> say(chat, "You said: " + text);
    }
  }

  private void refund(long chat) {
    var answer =
        call(
            "refundStarPayment",
            Map.of(
                "user_id", chat, "telegram_payment_charge_id", charges.getOrDefault(chat, "none")));
    say(chat, answer.path("ok").asBoolean() ? "Refunded." : answer.path("description").asString());
  }

  private void edit(long chat) {
    var first = call("sendMessage", Map.of("chat_id", chat, "text", "Thinking…")).path("result");
    call(
        "editMessageText",
        Map.of("chat_id", chat, "message_id", first.path("message_id"), "text", "Thought."));
  }

  private void bill(long chat, String payload) {
    var invoice = offer(payload);
    invoice.put("chat_id", chat);
    call("sendInvoice", invoice);
  }

  private static Map<String, Object> offer(String payload) {
    var offer = new ConcurrentHashMap<String, Object>();
    offer.put("title", "The " + payload);
    offer.put("description", "All of it.");
    offer.put("payload", payload);
    offer.put("currency", "XTR");
    offer.put("prices", new Object[] {Map.of("label", payload, "amount", 50)});
    return offer;
  }

  private void say(long chat, String text) {
    call("sendMessage", Map.of("chat_id", chat, "text", text));
  }

  private JsonNode call(String method, Map<String, Object> parameters) {
    var request =
        HttpRequest.newBuilder(api.resolve(method))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(parameters)))
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    poll.interrupt();
    http.shutdownNow();
  }
}

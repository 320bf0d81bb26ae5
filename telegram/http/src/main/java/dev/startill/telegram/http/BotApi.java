package dev.startill.telegram.http;

import dev.startill.party.BotId;
import dev.startill.port.Checkup.Route;
import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import dev.startill.telegram.http.Carrier.Lane;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * The few methods beyond payments that a small shop needs. Blocking; threads share it. Every
 * outcome is a {@link Reply}, save where a result is waited for. Made by {@link HttpBot#api()}.
 */
public final class BotApi {
  /**
   * Updates that a shop asks for; all others stay away, among them those that only cost time. The
   * list is kept by Telegram until another one is sent.
   */
  static final List<String> WANTED =
      List.of("message", "callback_query", "pre_checkout_query", "subscription");

  /** Telegram's most for a <a href="https://core.telegram.org/bots/api#setwebhook">webhook</a>. */
  private static final int MOST_CONNECTIONS = 100;

  private final Caller caller;
  private final HttpSettings settings;

  BotApi(Caller caller, HttpSettings settings) {
    this.caller = caller;
    this.settings = settings;
  }

  /**
   * The bot itself.
   *
   * @param id its user id
   * @param firstName its name in the chat's head
   * @param username its {@code @name}, without the at
   * @param hasTopics whether private chats with it have topics
   */
  public record Me(BotId id, String firstName, Optional<String> username, boolean hasTopics) {}

  /**
   * A command as Telegram's menu shows it.
   *
   * @param name 1–32 of {@code a-z0-9_}
   * @param description 1–256 characters
   */
  public record MenuEntry(String name, String description) {}

  /**
   * A button below a message.
   *
   * @param text what it says
   * @param data what comes back when it is pressed, 1–64 bytes
   */
  public record Button(String text, String data) {}

  /**
   * Who the bot is; also the way to see whether Telegram takes the token.
   *
   * @throws TelegramException if Telegram did not say
   */
  public Me getMe() {
    return switch (caller.call(Lane.SENDS, "getMe", Json.NOTHING, settings.call())) {
      case Outcome.Ok ok -> Results.me(ok.body(), caller.token());
      case Outcome.Failed failed ->
          throw Results.failure("does not say who the bot is", failed.reply());
    };
  }

  /**
   * How updates come, as Telegram sees it.
   *
   * @throws TelegramException if Telegram did not say
   */
  public Route webhookInfo() {
    return switch (caller.call(Lane.SENDS, "getWebhookInfo", Json.NOTHING, settings.call())) {
      case Outcome.Ok ok -> Results.route(ok.body());
      case Outcome.Failed failed ->
          throw Results.failure("does not say how updates come", failed.reply());
    };
  }

  /** Registers the commands that Telegram's menu shows. */
  public Reply setMyCommands(List<MenuEntry> commands) {
    return call(
        "setMyCommands",
        Json.object(
            json -> {
              json.writeArrayPropertyStart("commands");
              for (var command : commands) {
                json.writeStartObject();
                json.writeStringProperty("command", command.name());
                json.writeStringProperty("description", Texts.bounded(command.description(), 256));
                json.writeEndObject();
              }
              json.writeEndArray();
            }));
  }

  /**
   * Has updates brought to this URL, as many at once as Telegram can, and ends polling: each waits
   * for its commit, and those that wait together share one.
   *
   * @param secret comes with each update in the header that {@link WebhookSecret} checks
   */
  public Reply setWebhook(URI url, WebhookSecret secret) {
    return call(
        "setWebhook",
        Json.object(
            json -> {
              json.writeStringProperty("url", url.toString());
              json.writeStringProperty("secret_token", secret.value());
              json.writeNumberProperty("max_connections", MOST_CONNECTIONS);
              writeKinds(WANTED, json);
            }));
  }

  /** Ends the webhook, so that updates can be polled for; none is dropped. */
  public Reply deleteWebhook() {
    return call("deleteWebhook", Json.NOTHING);
  }

  /**
   * Writes into a private chat, in turn with all other messages.
   *
   * @param chat the chat's id
   * @param text plain; longer than 4096 characters it is cut
   * @param keyboard rows of buttons below it, none if empty
   */
  public Reply sendMessage(long chat, String text, List<List<Button>> keyboard) {
    var body =
        Json.object(
            json -> {
              json.writeNumberProperty("chat_id", chat);
              json.writeStringProperty("text", Texts.bounded(text, Texts.MESSAGE));
              if (!keyboard.isEmpty()) {
                write(keyboard, json);
              }
            });
    return caller.inTurn(chat, () -> caller.call(Lane.SENDS, "sendMessage", body, settings.call()));
  }

  /**
   * Ends the little clock on a pressed button; waits for no limit.
   *
   * @param callback the id of its {@code callback_query}
   * @param text shown for a moment, nothing if empty
   */
  public Reply answerCallbackQuery(String callback, String text) {
    return call(
        "answerCallbackQuery",
        Json.object(
            json -> {
              json.writeStringProperty("callback_query_id", callback);
              if (!text.isEmpty()) {
                json.writeStringProperty("text", Texts.bounded(text, Texts.CALLBACK));
              }
            }));
  }

  /** These and what payments need; empty, which means nearly all, stays empty. */
  static List<String> withPayments(List<String> kinds) {
    return kinds.isEmpty()
        ? kinds
        : Stream.concat(kinds.stream(), WANTED.stream()).distinct().toList();
  }

  static void writeKinds(List<String> kinds, JsonGenerator json) {
    json.writeArrayPropertyStart("allowed_updates");
    kinds.forEach(json::writeString);
    json.writeEndArray();
  }

  private Reply call(String method, byte[] body) {
    return caller.call(Lane.SENDS, method, body, settings.call()).reply();
  }

  private static void write(List<List<Button>> keyboard, JsonGenerator json) {
    json.writeObjectPropertyStart("reply_markup");
    json.writeArrayPropertyStart("inline_keyboard");
    for (var row : keyboard) {
      json.writeStartArray();
      for (var button : row) {
        json.writeStartObject();
        json.writeStringProperty("text", Texts.wellFormed(button.text()));
        json.writeStringProperty("callback_data", button.data());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

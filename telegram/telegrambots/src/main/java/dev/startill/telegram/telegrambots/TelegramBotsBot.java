package dev.startill.telegram.telegrambots;

import dev.startill.Startill;
import dev.startill.party.BotId;
import dev.startill.port.SettingsException;
import dev.startill.port.Telegram;
import dev.startill.telegram.http.BotApi;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.PaymentsFirst;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** A bot that is built on TelegramBots: payments go over its client. Threads share it. */
public final class TelegramBotsBot implements AutoCloseable {
  /** Without settings of its own a client gives up after ten seconds of silence. */
  private static final Duration SHORT_POLL = Duration.ofSeconds(8);

  private final HttpBot bot;
  private final PollingSettings polling;

  private TelegramBotsBot(HttpBot bot, PollingSettings polling) {
    this.bot = bot;
    this.polling = polling;
  }

  /**
   * Over a client that is there already, with all that it is set to. Closing this one leaves it as
   * it is.
   *
   * <p>If it is the library's ordinary one, it takes five calls at a time, and a checkout's answer
   * waits for its turn among your own: give your OkHttp client instead, where you have it.
   *
   * @param token the same that the client has; it is masked wherever the client quotes it
   * @throws SettingsException if the token has another form, or the library another version than
   *     this needs
   */
  public static TelegramBotsBot over(TelegramClient client, String token) {
    return over(client, token, HttpSettings.defaults());
  }

  /** The same with other limits. */
  public static TelegramBotsBot over(TelegramClient client, String token, HttpSettings settings) {
    Library.require();
    return new TelegramBotsBot(
        bot(Clients.all(client), token, settings),
        PollingSettings.defaults().withTimeout(SHORT_POLL));
  }

  /**
   * Over clients of the library that are made from an OkHttp client, one for each kind of call:
   * with its proxy, its trust and its interceptors, and with turns, timeouts and retries of their
   * own.
   *
   * @param url where the Bot API is; {@link TelegramUrl#DEFAULT_URL} for Telegram's own
   * @throws SettingsException if the token has another form, or the library another version than
   *     this needs
   */
  public static TelegramBotsBot over(
      OkHttpClient okHttp, TelegramUrl url, String token, HttpSettings settings) {
    Library.require();
    return over(new LaneClients(okHttp, settings).at(url, token), token, settings);
  }

  /**
   * Over clients of its own.
   *
   * @param api for instance {@code https://api.telegram.org}, without a path: the library knows
   *     none
   * @throws SettingsException if the token has another form, the library cannot reach the address,
   *     or has another version than this needs
   */
  public static TelegramBotsBot at(URI api, String token, HttpSettings settings) {
    Library.require();
    return overOwn(new OkHttpClient(), urlOf(api), token, settings);
  }

  /** Over clients that are made from one that nobody else has. */
  static TelegramBotsBot overOwn(
      OkHttpClient own, TelegramUrl url, String token, HttpSettings settings) {
    var clients = new LaneClients(own, settings).at(url, token);
    return over(clients.andThen(own.connectionPool()::evictAll), token, settings);
  }

  private static TelegramBotsBot over(Clients clients, String token, HttpSettings settings) {
    return new TelegramBotsBot(bot(clients, token, settings), PollingSettings.defaults());
  }

  private static HttpBot bot(Clients clients, String token, HttpSettings settings) {
    return HttpBot.over(new TelegramBotsCarrier(clients), BotToken.of(token), settings);
  }

  static TelegramUrl urlOf(URI api) {
    var scheme = api.getScheme();
    var path = api.getPath();
    if (scheme == null || api.getHost() == null || !(path == null || path.matches("/?"))) {
      throw new SettingsException(
          "TelegramBots takes a scheme and a host, such as https://api.telegram.org; no path.");
    }
    var port = api.getPort() > 0 ? api.getPort() : scheme.equals("https") ? 443 : 80;
    return new TelegramUrl(scheme, api.getHost(), port, false);
  }

  /** Which bot. */
  public BotId id() {
    return bot.id();
  }

  /** What payments ask of Telegram. */
  public Telegram telegram() {
    return bot.telegram();
  }

  /** What else a shop asks of it. */
  public BotApi api() {
    return bot.api();
  }

  /**
   * Begins to ask for updates over the client: payments get each one first, your code what is none
   * of theirs. One is acknowledged only when both have returned from it; a checkout waits for
   * nobody; updates of one chat come one after the other, on virtual threads. It keeps the process
   * alive until it is closed.
   *
   * @throws SettingsException if a webhook is set, or Telegram does not know the token
   */
  public Polling poll(Startill payments, Consumer<Update> others) {
    return poll(polling, List.of(), payments, others);
  }

  /**
   * The same.
   *
   * @param how over a client that was there already, {@code timeout} must be shorter than its read
   *     timeout, which is ten seconds unless it was set
   * @param kinds of update to ask for besides those that payments need; if it is empty, all that
   *     Telegram sends by itself
   */
  public Polling poll(
      PollingSettings how, List<String> kinds, Startill payments, Consumer<Update> others) {
    bot.requirePollable();
    return bot.pollAll(
        how,
        kinds,
        new PaymentsFirst<>(payments::handle, others).reading(TelegramBotsUpdates::parse));
  }

  void requirePollableByLibrary() {
    bot.requirePollableByLibrary();
  }

  /** Ends the calls that are under way, if the clients are its own. */
  @Override
  public void close() {
    bot.close();
  }
}

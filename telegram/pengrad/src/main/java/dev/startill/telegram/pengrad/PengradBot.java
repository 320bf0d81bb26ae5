package dev.startill.telegram.pengrad;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Update;
import dev.startill.Startill;
import dev.startill.party.BotId;
import dev.startill.port.Telegram;
import dev.startill.telegram.http.BotApi;
import dev.startill.telegram.http.BotToken;
import dev.startill.telegram.http.HttpBot;
import dev.startill.telegram.http.HttpSettings;
import dev.startill.telegram.http.PaymentsFirst;
import dev.startill.telegram.http.Polling;
import dev.startill.telegram.http.PollingSettings;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bot that is built on pengrad's library: payments go over its {@link TelegramBot}, so over its
 * proxy, its base URL and its OkHttp client. Threads share it.
 */
public final class PengradBot implements AutoCloseable {
  private final TelegramBot client;
  private final HttpBot bot;

  private PengradBot(TelegramBot client, HttpBot bot) {
    this.client = client;
    this.bot = bot;
  }

  /**
   * Over a client that is there already. Closing this one leaves it as it is.
   *
   * @throws dev.startill.port.SettingsException if the library has another version than this needs
   */
  public static PengradBot over(TelegramBot client) {
    return over(client, HttpSettings.defaults());
  }

  /** The same with other limits. */
  public static PengradBot over(TelegramBot client, HttpSettings settings) {
    Library.require();
    return of(client, client, settings, () -> {});
  }

  /**
   * Over a client of its own.
   *
   * @param api for instance {@code https://api.telegram.org}
   * @param token as @BotFather gives it
   * @throws dev.startill.port.SettingsException if the token has another form, or the library
   *     another version than this needs
   */
  public static PengradBot at(URI api, String token, HttpSettings settings) {
    Library.require();
    var own = new OwnClient(settings);
    return of(own.bot(api, token), own.carrier(api, token), settings, own::close);
  }

  private static PengradBot of(
      TelegramBot client, TelegramBot carrier, HttpSettings settings, Runnable end) {
    var token = BotToken.of(client.getToken());
    return new PengradBot(client, HttpBot.over(new PengradCarrier(carrier, end), token, settings));
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
   * @throws dev.startill.port.SettingsException if a webhook is set, or Telegram does not know the
   *     token
   */
  public Polling poll(Startill payments, Consumer<Update> others) {
    return poll(PollingSettings.defaults(), List.of(), payments, others);
  }

  /**
   * The same.
   *
   * @param kinds of update to ask for besides those that payments need; if it is empty, all that
   *     Telegram sends by itself
   */
  public Polling poll(
      PollingSettings how, List<String> kinds, Startill payments, Consumer<Update> others) {
    bot.requirePollable();
    return bot.pollAll(
        how, kinds, new PaymentsFirst<>(payments::handle, others).reading(PengradUpdates::parse));
  }

  /**
   * For the library's own poller: {@code client.setUpdatesListener(bot.listener(startill, yours))}.
   * It acknowledges a batch when all of it is done, and asks for nothing meanwhile, so a checkout
   * may wait for the slowest of your handlers: prefer {@link #poll}. Warns if Telegram was told to
   * bring no payments.
   *
   * @throws dev.startill.port.SettingsException if a webhook is set, or Telegram does not know the
   *     token
   */
  public ClosableListener listener(Startill payments, Consumer<Update> others) {
    bot.requirePollableByLibrary();
    return new CommittingListener(client, new PaymentsFirst<>(payments::handle, others));
  }

  /** The library's own, for all else. */
  public TelegramBot client() {
    return client;
  }

  /** Ends the calls that are under way, if the client is its own. */
  @Override
  public void close() {
    bot.close();
  }
}

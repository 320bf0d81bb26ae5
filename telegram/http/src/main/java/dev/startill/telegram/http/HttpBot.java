package dev.startill.telegram.http;

import dev.startill.node.Turn;
import dev.startill.party.BotId;
import dev.startill.port.Telegram;
import java.net.URI;
import java.security.SecureRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/**
 * A bot spoken to over HTTP: its token, its connections and its limits. Threads share it; close it
 * last.
 */
public final class HttpBot implements AutoCloseable {
  private final BotToken token;
  private final Connections answers;
  private final Connections sends;
  private final Connections polls;
  private final Caller caller;
  private final HttpTelegram telegram;
  private final BotApi botApi;

  private HttpBot(Address address, BotToken token, HttpSettings settings, World world) {
    this.token = token;
    var tls = world.tls().get();
    this.answers = new Connections(address, tls, settings.connect(), settings.connections());
    this.sends = new Connections(address, tls, settings.connect(), settings.connections());
    this.polls = new Connections(address, tls, settings.connect(), 2);
    var pace = new Pace(settings, world.nanos(), world.sleeper());
    this.caller = new Caller(address, token, pace, new SecureRandom());
    this.telegram = new HttpTelegram(caller, settings, answers, sends);
    this.botApi = new BotApi(caller, settings, sends);
  }

  /**
   * What a test may hold in its hands.
   *
   * @param nanos the clock of the limits
   * @param sleeper how to wait
   * @param tls whom to trust
   */
  record World(LongSupplier nanos, Sleeper sleeper, Supplier<SSLSocketFactory> tls) {
    static World real() {
      return new World(
          System::nanoTime, Thread::sleep, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
  }

  /**
   * A bot at this API.
   *
   * @param api for instance {@code https://api.telegram.org}; never with a token in it
   * @throws dev.startill.port.SettingsException if no API can be there
   */
  public static HttpBot at(URI api, BotToken token, HttpSettings settings) {
    return at(api, token, settings, World.real());
  }

  static HttpBot at(URI api, BotToken token, HttpSettings settings, World world) {
    return new HttpBot(Address.of(api), token, settings, world);
  }

  /** Which bot. */
  public BotId id() {
    return token.id();
  }

  /** What payments ask of Telegram. */
  public Telegram telegram() {
    return telegram;
  }

  /** What else a shop asks of it. */
  public BotApi api() {
    return botApi;
  }

  /** Begins to ask for updates, and hands each to the handler until it is closed. */
  public Polling poll(PollingSettings how, UpdateHandler handler) {
    return poll(how, handler, Turn.ALWAYS);
  }

  /** The same, for as long as it is this node's turn: it ends by itself when that is over. */
  public Polling poll(PollingSettings how, UpdateHandler handler, Turn turn) {
    return new Polling(caller, polls, how, handler, turn).start();
  }

  /** Ends every call that is under way. */
  @Override
  public void close() {
    polls.close();
    sends.close();
    answers.close();
  }
}

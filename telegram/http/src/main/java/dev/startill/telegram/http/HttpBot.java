package dev.startill.telegram.http;

import dev.startill.doctor.Ailment;
import dev.startill.node.Turn;
import dev.startill.party.BotId;
import dev.startill.port.Checkup.Asking;
import dev.startill.port.Checkup.Route;
import dev.startill.port.Reply;
import dev.startill.port.SettingsException;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bot spoken to over HTTP: its token, what carries its calls, and its limits. Threads share it;
 * close it last.
 */
public final class HttpBot implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HttpBot.class);

  /** Kinds of update, with what follows where one of them does not come. */
  private static final Map<String, Ailment> MONEY_COMES_AS =
      Map.of("pre_checkout_query", Ailment.CHECKOUTS_HIDDEN, "message", Ailment.PAYMENTS_HIDDEN);

  private final BotToken token;
  private final Carrier carrier;
  private final Rival rival;
  private final Caller caller;
  private final HttpTelegram telegram;
  private final BotApi botApi;
  private volatile Optional<Polling> newest = Optional.empty();

  private HttpBot(Carrier carrier, BotToken token, HttpSettings settings, World world) {
    this.token = token;
    this.carrier = carrier;
    this.rival = new Rival(world.nanos());
    this.caller = new Caller(carrier, token, new Pace(settings, world.nanos(), world.sleeper()));
    this.telegram =
        new HttpTelegram(
            caller, settings, new HttpCheckup(caller, settings, carrier, this::asking));
    this.botApi = new BotApi(caller, settings);
  }

  /**
   * What a test may hold in its hands.
   *
   * @param nanos the clock of the limits
   * @param sleeper how to wait
   * @param tls whom to trust; asked only where it is spoken
   */
  record World(LongSupplier nanos, Sleeper sleeper, Supplier<SSLSocketFactory> tls) {
    static World real() {
      return new World(
          System::nanoTime, Thread::sleep, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
    }
  }

  /**
   * A bot at this API, over connections of its own.
   *
   * @param api for instance {@code https://api.telegram.org}; never with a token in it
   * @throws dev.startill.port.SettingsException if no API can be there
   */
  public static HttpBot at(URI api, BotToken token, HttpSettings settings) {
    return at(api, token, settings, World.real());
  }

  /**
   * A bot over what a bot library has. Of the settings, its connections and how they are made are
   * the library's.
   *
   * @param token masked wherever the library or Telegram quotes it
   */
  public static HttpBot over(Carrier carrier, BotToken token, HttpSettings settings) {
    return new HttpBot(carrier, token, settings, World.real());
  }

  static HttpBot at(URI api, BotToken token, HttpSettings settings, World world) {
    var carrier =
        new HttpCarrier(Address.of(api), token, settings, world.tls(), new SecureRandom());
    return new HttpBot(carrier, token, settings, world);
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
    WholeUpdateHandler whole = (incoming, json) -> handler.handle(incoming);
    return begun(how, new Polling.Handover(BotApi.WANTED, whole, turn));
  }

  /**
   * The same for a bot that takes more than payments and a shop do: each update comes with what
   * Telegram wrote.
   *
   * @param kinds of update to ask for, such as {@code inline_query}; what payments need is asked
   *     for in any case. If it is empty, all come that Telegram sends <a
   *     href="https://core.telegram.org/bots/api#getupdates">by itself</a>. Telegram keeps the list
   *     until another one is sent.
   */
  public Polling pollAll(PollingSettings how, List<String> kinds, WholeUpdateHandler handler) {
    return begun(how, new Polling.Handover(BotApi.withPayments(kinds), handler, Turn.ALWAYS));
  }

  private Polling begun(PollingSettings how, Polling.Handover handover) {
    var polling = new Polling(caller, how, handover, rival);
    newest = Optional.of(polling);
    return polling.start();
  }

  /**
   * Looks whether updates can be asked for at all: to be called at the start of a bot that polls,
   * which else would be refused at every try. If Telegram is out of reach, that is for the polling
   * to tell.
   *
   * @throws SettingsException if a webhook is set, or Telegram does not know the token
   */
  public void requirePollable() {
    routeForPolling();
  }

  /**
   * The same for a bot whose library asks for updates, with kinds that we do not see: warns if
   * payments are not among those that Telegram was told last.
   */
  public void requirePollableByLibrary() {
    routeForPolling().ifPresent(HttpBot::warnOfHidden);
  }

  private static void warnOfHidden(Route route) {
    MONEY_COMES_AS.forEach(
        (kind, ailment) ->
            route
                .hiding(kind)
                .ifPresent(
                    what ->
                        log.warn("{} Unless your poller names it: {}", what, ailment.remedy())));
  }

  /** Empty if Telegram does not say. */
  private Optional<Route> routeForPolling() {
    try {
      var route = botApi.webhookInfo();
      if (route.isBrought()) {
        throw new SettingsException(
            "Updates of this bot go to a webhook at %s. Take them in there, or call deleteWebhook"
                    .formatted(route.host())
                + " once and end the other process.");
      }
      return Optional.of(route);
    } catch (TelegramException e) {
      if (e.reply() instanceof Reply.Refused) {
        throw new SettingsException(String.valueOf(e.getMessage()));
      }
      log.warn("{} Updates are asked for nevertheless.", e.getMessage());
      return Optional.empty();
    }
  }

  /** Ends every call that is under way. */
  @Override
  public void close() {
    carrier.close();
  }

  private Asking asking() {
    return newest.map(Polling::asking).orElseGet(Asking.NotHere::new);
  }
}

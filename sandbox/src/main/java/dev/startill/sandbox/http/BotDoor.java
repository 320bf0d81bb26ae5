package dev.startill.sandbox.http;

import dev.startill.sandbox.botapi.BotApi;
import dev.startill.sandbox.botapi.Call;
import dev.startill.sandbox.botapi.Reply;
import dev.startill.sandbox.faults.Fault;
import dev.startill.sandbox.faults.Faults;
import dev.startill.sandbox.live.LiveWorld;
import dev.startill.sandbox.webapp.WebAppKeys;
import dev.startill.sandbox.wire.Answer;
import dev.startill.sandbox.wire.Json;
import dev.startill.sandbox.wire.Parameters;
import dev.startill.sandbox.wire.Token;
import dev.startill.sandbox.world.Bot;
import dev.startill.sandbox.world.Journal;
import dev.startill.sandbox.world.Refusal;
import io.helidon.webserver.CloseConnectionException;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * From the path {@code /bot<token>[/test]/<method>} to an answered and journaled call. The token is
 * digested here and goes no further.
 */
public final class BotDoor {
  private static final int LONGEST_HANG_SECONDS = 600;
  private static final Set<String> NOT_IN_REPLIES =
      Set.of("setwebhook", "deletewebhook", "close", "logout");

  private final LiveWorld live;
  private final BotApi api;
  private final Faults faults;
  private final Journal journal;
  private final boolean strictTokens;
  private final WebAppKeys keys;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Which tokens open the door: strict means registered ones only; and what they leave behind. */
  public record Tokens(boolean strict, WebAppKeys keys) {}

  /** A door to this World. */
  public BotDoor(LiveWorld live, BotApi api, Faults faults, Journal journal, Tokens tokens) {
    this.live = live;
    this.api = api;
    this.faults = faults;
    this.journal = journal;
    this.strictTokens = tokens.strict();
    this.keys = tokens.keys();
  }

  /** Answers a call; the path is what follows {@code /bot}. */
  Reply answer(String path, Supplier<Parameters> decode) {
    try {
      var address = BotPath.parse(path);
      var bot = authorize(address);
      var parameters = decode.get();
      var method = address.method().isEmpty() ? parameters.text("method") : address.method();
      return answer(bot, method, parameters);
    } catch (Refusal refusal) {
      return Reply.refused(refusal);
    }
  }

  /**
   * The bytes of a file that getFile answered; the path is what follows {@code /file/bot}.
   *
   * @throws Refusal 401 for a wrong token, 404 when there is no such file or no bytes are kept
   */
  Answer download(String path) {
    int slash = path.indexOf('/');
    if (slash < 0) {
      throw Refusal.of(404, "Not Found");
    }
    boolean test = path.startsWith("/test/", slash);
    var file = path.substring(slash + (test ? "/test/".length() : 1));
    authorize(new BotPath(Token.parse(path.substring(0, slash)), test, ""));
    return live.with(
            world -> world.files().atPath(file).flatMap(found -> world.files().bytes(found.id())))
        .map(bytes -> new Answer(200, "application/octet-stream", bytes))
        .orElseThrow(() -> Refusal.of(404, "Not Found"));
  }

  /**
   * Does what a webhook's reply asks for; nobody hears how it went. Getters and the methods that
   * change the delivery itself are not done (Client.cpp).
   */
  public void replied(long botId, String contentType, byte[] body) {
    var parameters = Decoding.decode("", contentType, body);
    var method = parameters.text("method").toLowerCase(Locale.ROOT);
    if (!method.isEmpty() && !method.startsWith("get") && !NOT_IN_REPLIES.contains(method)) {
      live.with(world -> world.people().bot(botId))
          .ifPresent(bot -> answer(bot, parameters.text("method"), parameters));
    }
  }

  private Reply answer(Bot bot, String method, Parameters parameters) {
    long seq = journal.begin(method);
    try {
      return answer(seq, bot, method, parameters);
    } finally {
      journal.leave(seq);
    }
  }

  private Reply answer(long seq, Bot bot, String method, Parameters parameters) {
    long begun = System.nanoTime();
    var fault = faults.strike(method);
    var call = new Call(bot, parameters, live);
    var reply =
        fault
            .filter(found -> !found.afterEffect())
            .map(BotDoor::spoilt)
            .orElseGet(() -> api.answer(method, call));
    var told = fault.filter(Fault::afterEffect).map(BotDoor::spoilt).orElse(reply);
    journal.end(
        new Journal.Entry(
            seq,
            live.clock().instant(),
            Duration.ofNanos(System.nanoTime() - begun),
            bot.id(),
            method,
            Json.text(parameters.toJson()),
            told.status(),
            told.text()));
    fault.ifPresent(this::silence);
    return told;
  }

  /** Ends the calls that a fault left hanging. */
  public void close() {
    closing.countDown();
  }

  private Bot authorize(BotPath path) {
    var digest = path.token().digest();
    var bot =
        live.with(
            world -> {
              long id = path.token().botId();
              world.sessions().requireToClose(id, path.method());
              var known = world.people().authorize(id, digest, path.test(), !strictTokens);
              world.sessions().enter(id, path.method());
              return known;
            });
    keys.learn(bot, path.token());
    return bot;
  }

  private static Reply spoilt(Fault fault) {
    return switch (fault.action()) {
      case ERROR -> Reply.spoilt(fault.errorCode(), fault.description(), fault.retryAfter());
      case HANG, DROP, DUPLICATE, REORDER -> Reply.none();
    };
  }

  /** A call that hangs or drops never gets an answer: its connection just ends. */
  private void silence(Fault fault) {
    switch (fault.action()) {
      case HANG -> {
        hang();
        throw new CloseConnectionException("a fault made this call hang");
      }
      case DROP -> throw new CloseConnectionException("a fault dropped this call");
      case ERROR, DUPLICATE, REORDER -> {}
    }
  }

  private void hang() {
    try {
      // Closed or not, the connection ends after that.
      var unused = closing.await(LONGEST_HANG_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

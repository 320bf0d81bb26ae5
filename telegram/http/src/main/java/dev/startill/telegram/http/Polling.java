package dev.startill.telegram.http;

import dev.startill.node.Turn;
import dev.startill.port.Checkup.Asking;
import dev.startill.port.Reply;
import dev.startill.telegram.http.Carrier.Call;
import dev.startill.telegram.http.Carrier.Lane;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks Telegram for updates for as long as it is open. An update is acknowledged only when the
 * handler has returned from it and from all before it; meanwhile Telegram is asked again, so that
 * one slow message keeps no checkout waiting. The limit of that: Telegram shows a hundred at a
 * time, so once a hundred lie unfinished behind one another nothing new is seen until the first of
 * them is done. It keeps the process alive, as a bot expects. Threads share it.
 *
 * <p>Of several nodes one asks at a time. It ends by itself once its turn is over, and looks before
 * each call and after it: what Telegram answered to a node that was frozen meanwhile is neither
 * handled nor acknowledged. That look is a courtesy and not what keeps Stars safe. Two nodes that
 * handle one update do no harm, for a charge is known by its id and a checkout by its own; and the
 * offset acknowledges only what this node committed, never what it was merely shown.
 */
public final class Polling implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Polling.class);

  /** The server ends an answer at about 4 MiB, plus one update: tdlib/telegram-bot-api. */
  private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

  /** Beyond the time that Telegram holds a call. */
  static final Duration FOR_THE_WAY = Duration.ofSeconds(10);

  private static final String POLLED_ELSEWHERE_TOO =
      "Within the last minute Telegram answered 409: this bot token is polled elsewhere as well.";

  private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(4);
  private static final Duration LAST_WORD = Duration.ofSeconds(1);

  /** How often one update may break the whole answer before it is passed over. */
  private static final int BREAKS = 3;

  private final Caller caller;
  private final PollingSettings settings;
  private final Handover handover;
  private final Turn turn;
  private final Rival rival;
  private final Window window = new Window();
  private final Lanes lanes;
  private final Thread thread;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closing;
  private int failures;
  private OptionalLong brokenAt = OptionalLong.empty();
  private int breaks;
  private long confirmed;

  /**
   * What is handed over, to whom, and for how long.
   *
   * @param kinds of update to ask for; all but a few if it is empty
   * @param handler takes them in
   * @param turn for as long as it is this node's
   */
  record Handover(List<String> kinds, WholeUpdateHandler handler, Turn turn) {}

  Polling(Caller caller, PollingSettings settings, Handover handover, Rival rival) {
    this.caller = caller;
    this.settings = settings;
    this.handover = handover;
    this.turn = handover.turn();
    this.rival = rival;
    this.lanes = new Lanes(settings, window::finish);
    this.thread = Thread.ofVirtual().name("startill-polling").unstarted(this::run);
  }

  /** Virtual threads alone would let a bot's {@code main} end the process at once. */
  Polling start() {
    thread.start();
    Thread.ofPlatform().daemon(false).name("startill-stays").start(this::stay);
    return this;
  }

  private void stay() {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Why no updates come at the moment, for people; empty if all is well. */
  public Optional<String> trouble() {
    return trouble;
  }

  /**
   * What a doctor is told. Somebody else who asks as well takes updates that are ours, and keeps
   * them away for moments only: that they did so is told for a minute.
   */
  Asking asking() {
    if (closing) {
      return new Asking.NotHere();
    }
    return trouble
        .or(() -> Optional.of(POLLED_ELSEWHERE_TOO).filter(words -> rival.isAbout()))
        .<Asking>map(Asking.Disturbed::new)
        .orElseGet(Asking.Undisturbed::new);
  }

  /** Closes it within four seconds. */
  @Override
  public void close() {
    close(PATIENCE_AT_CLOSE);
  }

  /**
   * Asks no more, waits so long for what is being handled, and acknowledges what is done. What is
   * not comes again to whoever polls next.
   *
   * @return whether all was done
   */
  public boolean close(Duration patience) {
    var until = Deadline.in(patience);
    closing = true;
    thread.interrupt();
    try {
      thread.join(patience);
      return window.awaitEmpty(Duration.ofNanos(Math.max(0, until.nanosLeft())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lanes.stop();
      acknowledge();
    }
  }

  private void run() {
    try {
      while (!closing) {
        try {
          askOnce();
        } catch (RuntimeException | Error e) {
          outlive(e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void askOnce() throws InterruptedException {
    if (isOver()) {
      return;
    }
    var asked = window.offset();
    var attempt = ask(asked);
    if (isOver()) {
      return;
    }
    switch (attempt) {
      case Attempt.Answered answered -> answered(asked, answered.response());
      case Attempt.Failed failed -> failed(failed.reply());
    }
  }

  /** Whether it was closed, or another node asks from now on. */
  private boolean isOver() {
    if (!closing && !turn.isOurs()) {
      closing = true;
      trouble = Optional.empty();
      log.info("It is not this node's turn any more; it asks for no updates.");
    }
    return closing;
  }

  /** A shop whose updates stop for good sells nothing: whatever was thrown, it is asked again. */
  private void outlive(Throwable defect) throws InterruptedException {
    var pause = settings.pauseAfter(++failures);
    trouble = Optional.of("Asking Telegram for updates failed: " + defect.getClass().getName());
    log.error("{}. It is tried again in {} ms.", trouble.get(), pause.toMillis(), defect);
    pause(pause);
  }

  /** After trouble Telegram is not to hold the call: that it is over shows at once. */
  private Attempt ask(long offset) {
    var timeout = failures == 0 ? settings.timeout() : Duration.ZERO;
    var body =
        Json.object(
            json -> {
              if (offset > 0) {
                json.writeNumberProperty("offset", offset);
              }
              json.writeNumberProperty("limit", 100);
              json.writeNumberProperty("timeout", timeout.toSeconds());
              BotApi.writeKinds(handover.kinds(), json);
            });
    var patience = timeout.plus(FOR_THE_WAY);
    return caller.raw(new Call(Lane.POLLS, "getUpdates", body, patience, LONGEST_ANSWER));
  }

  private void answered(long asked, Response response) throws InterruptedException {
    if (Replies.isRefusal(response)) {
      failed(Replies.of(response, caller.token()).reply());
      return;
    }
    confirmed = asked;
    var batch = Updates.readAll(response.body());
    var ids = new ArrayList<Long>();
    for (var incoming : batch.updates()) {
      incoming.number().ifPresent(ids::add);
    }
    window.shown(asked, ids);
    batch.read().forEach(this::take);
    if (batch.broken().isPresent()) {
      broken(batch.broken().get());
    } else {
      well();
    }
    window.awaitProgress(asked, settings.again());
    if (!ids.isEmpty()) {
      pause(settings.company());
    }
  }

  private void take(Updates.Read read) {
    var incoming = read.incoming();
    var id = incoming.number();
    if (id.isPresent() && window.take(id.getAsLong())) {
      lanes.accept(
          id.getAsLong(), incoming, () -> handover.handler().handle(incoming, read.json()));
    } else if (incoming instanceof Incoming.Unreadable unreadable && id.isEmpty()) {
      unreadable.tell(log);
    }
  }

  /** A cut answer comes whole the next time; one that is always broken there is passed over. */
  private void broken(Incoming.Unreadable where) throws InterruptedException {
    breaks = where.id().equals(brokenAt) ? breaks + 1 : 1;
    brokenAt = where.id();
    if (breaks >= BREAKS && where.id().isPresent() && window.unfinished() == 0) {
      var id = where.id().getAsLong();
      if (window.take(id)) {
        lanes.accept(id, where, () -> handover.handler().handle(where, new byte[0]));
      }
      window.shown(window.offset(), List.of(id));
      return;
    }
    trouble("Telegram's answer cannot be read: " + where.reason() + ".");
    pause(settings.pauseAfter(++failures));
  }

  private void failed(Reply reply) throws InterruptedException {
    failures++;
    switch (reply) {
      case Reply.Later later -> {
        trouble("Telegram asks to wait %d s.".formatted(later.retryAfter().toSeconds()));
        pause(later.retryAfter());
      }
      case Reply.Refused refused -> refused(refused);
      case Reply.Done done -> pause(settings.pauseAfter(failures));
      case Reply.Unreachable unreachable -> unreached(unreachable.description());
      case Reply.Unsent unsent -> unreached(unsent.why());
      case Reply.Unknown unknown -> unreached(unknown.why());
    }
  }

  private void refused(Reply.Refused refused) throws InterruptedException {
    if (Rival.isMetBy(refused)) {
      rival.met();
    }
    if (refused.isTokenWrong()) {
      trouble = Optional.of("Telegram refuses the bot: " + Results.words(refused));
      log.error("{} No more updates are asked for.", trouble.get());
      closing = true;
      return;
    }
    if (refused.code() == 409) {
      trouble(
          refused.description().contains("webhook")
              ? "Telegram answered 409: a webhook is set for this bot. Delete it or use webhooks."
              : "Telegram answered 409: this bot token is polled elsewhere."
                  + " Stop the other process or use webhooks.");
    } else {
      trouble("Telegram answered %d: %s".formatted(refused.code(), refused.description()));
    }
    pause(settings.pauseAfter(failures));
  }

  private void unreached(String why) throws InterruptedException {
    trouble("No updates come from Telegram: " + why);
    pause(settings.pauseAfter(failures));
  }

  /** Said once, not at every try. */
  private void trouble(String what) {
    if (!trouble.equals(Optional.of(what))) {
      log.warn("{} It is tried again.", what);
    }
    trouble = Optional.of(what);
  }

  private void well() {
    if (trouble.isPresent()) {
      log.info("Updates come from Telegram again.");
    }
    trouble = Optional.empty();
    failures = 0;
    breaks = 0;
    brokenAt = OptionalLong.empty();
  }

  private void pause(Duration howLong) throws InterruptedException {
    Thread.sleep(howLong);
  }

  /** Otherwise what was done since the last call would come again to whoever polls next. */
  private void acknowledge() {
    var offset = window.offset();
    if (offset != confirmed && turn.isOurs()) {
      var body =
          Json.object(
              json -> {
                json.writeNumberProperty("offset", offset);
                json.writeNumberProperty("limit", 1);
                json.writeNumberProperty("timeout", 0);
              });
      caller.raw(new Call(Lane.POLLS, "getUpdates", body, LAST_WORD, LONGEST_ANSWER));
    }
  }
}

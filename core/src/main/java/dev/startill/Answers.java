package dev.startill;

import dev.startill.intake.Intake;
import dev.startill.payment.Answer;
import dev.startill.port.Reply;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Telegram what it must hear about checkouts, beside the update that asked: what was decided
 * is durable by then, and nothing else needs to wait for the way to Telegram and back. Threads
 * share it.
 */
final class Answers {
  private static final Logger log = LoggerFactory.getLogger(Startill.class);

  /** Under way at once. Beyond that, whoever brings an update waits for its answer's way. */
  private static final int AT_ONCE = 256;

  private final Telegram telegram;
  private final Intake intake;
  private final Executor beside;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Answers(Telegram telegram, Intake intake, Executor beside) {
    this.telegram = telegram;
    this.intake = intake;
    this.beside = beside;
  }

  /** The usual way to say them. */
  static Executor onThreadsOfTheirOwn() {
    return Thread.ofVirtual()
            .name("startill-answer")
            .uncaughtExceptionHandler((thread, e) -> log.error("An answer met a defect", e))
        ::start;
  }

  /** Says it, now or at once on another thread. */
  void say(Answer answer) {
    if (places.tryAcquire()) {
      beside.execute(() -> sayAndLeave(answer));
    } else {
      tell(answer);
    }
  }

  /** Waits so long for those that are under way; false if some still are. */
  boolean await(Duration most) {
    try {
      return places.tryAcquire(AT_ONCE, most.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void sayAndLeave(Answer answer) {
    try {
      tell(answer);
    } finally {
      places.release();
    }
  }

  /** An answer whose fate is unknown keeps what it holds; the hold lapses by itself. */
  private void tell(Answer answer) {
    switch (telegram.answer(answer)) {
      case Reply.Done done -> {}
      case Reply.Refused refused -> unanswered(answer, refused.description());
      case Reply.Unsent unsent -> unanswered(answer, unsent.why());
      case Reply.Later later -> unanswered(answer, "Telegram asks for patience");
      case Reply.Unreachable unreachable -> unanswered(answer, unreachable.description());
      case Reply.Unknown unknown ->
          log.warn("checkout={} may be unanswered: {}", answer.checkout(), unknown.why());
    }
  }

  private void unanswered(Answer answer, String why) {
    log.warn("checkout={} was not answered: {}", answer.checkout(), why);
    try {
      intake.unanswered(answer);
    } catch (StoreException e) {
      log.warn("checkout={} keeps its hold until it lapses. {}", answer.checkout(), e.getMessage());
    }
  }
}

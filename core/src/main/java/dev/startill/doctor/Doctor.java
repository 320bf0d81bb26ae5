package dev.startill.doctor;

import dev.startill.catalog.Catalog;
import dev.startill.doctor.Expectation.Stage;
import dev.startill.port.Checkup;
import dev.startill.port.Condition;
import dev.startill.port.Cursor;
import dev.startill.port.Store;
import dev.startill.port.StoreException;
import dev.startill.port.Telegram;
import dev.startill.port.TelegramException;
import dev.startill.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Asks what a sale leans on how it is, and tells each finding at once. Changes nothing, and never
 * asks for updates where, by what is expected, somebody of ours does. For one thread.
 */
public final class Doctor {
  /** A restored backup is settled by then, and two stores meet sooner. */
  private static final Duration LOOK_BACK = Duration.ofDays(7);

  /** That clients ask again within a second or two after a 409 is assumed. */
  private static final Duration LISTENING = Duration.ofSeconds(4);

  private final InstantSource clock;
  private final Consumer<Finding> telling;

  /** One who tells what it finds, one after another. */
  public Doctor(InstantSource clock, Consumer<Finding> telling) {
    this.clock = clock;
    this.telling = telling;
  }

  /** Looks at the store, how far it read Telegram's statement, and what waits in it. */
  public void store(Store store, Settings settings) {
    var now = clock.instant();
    try {
      var seen =
          store.inTransaction(
              Store.Lane.ROUTINE,
              work -> new Seen(work.cursor(), work.ownerless(now.minus(LOOK_BACK))));
      var condition = store.condition();
      condition.flatMap(Condition::disk).map(Keeping::disk).ifPresent(this::tell);
      telling.accept(
          condition
              .map(Keeping::condition)
              .orElseGet(() -> new Finding.Well(Subject.DATABASE, "It can be read and written.")));
      tell(Keeping.ownerless(seen.ownerless(), LOOK_BACK));
      telling.accept(Keeping.statement(seen.cursor(), settings.reconciling(), now));
      var books = store.books();
      telling.accept(Waiting.cases(books.cases(Waiting.COUNTED).size()));
      telling.accept(
          Waiting.messages(books.deadLetters(Waiting.COUNTED).size(), books.waitingMessages()));
    } catch (StoreException e) {
      telling.accept(Ailment.STORE_UNREACHED.found(String.valueOf(e.getMessage())));
    }
  }

  /** What one unit of work reads, which begins as one that writes does. */
  private record Seen(Cursor cursor, int ownerless) {}

  /** Looks at what is on sale. */
  public void goods(Catalog catalog) {
    tell(Goods.judge(catalog, Doctor::sizeOf));
  }

  /** Looks whether there are codes left of what sells codes. */
  public void stock(Catalog catalog, Store store) {
    try {
      tell(Goods.soldOut(catalog, store.books().stock()));
    } catch (StoreException e) {
      telling.accept(Ailment.STORE_UNREACHED.found(String.valueOf(e.getMessage())));
    }
  }

  /**
   * Looks at what Telegram says.
   *
   * @param expected how updates are meant to come
   */
  public void telegram(Telegram telegram, Expectation expected) {
    var checkup = telegram.checkup();
    if (checkup.isEmpty()) {
      telling.accept(
          Ailment.NOT_ASKED.found(
              "This way to Telegram cannot say who the bot is and how its updates come."));
      asking(() -> telling.accept(Line.balance(telegram.balance())));
    } else if (knows(checkup.get())) {
      asking(() -> updates(checkup.get(), expected));
      if (expected.stage() != Stage.LEFT_TO_SERVER) {
        asking(() -> tell(Line.commands(checkup.get().commands())));
      }
      asking(() -> telling.accept(Line.balance(telegram.balance())));
    }
  }

  private boolean knows(Checkup checkup) {
    try {
      var asked = clock.instant();
      var bot = checkup.identity();
      var heard = clock.instant();
      tell(Line.known(checkup.place(), bot));
      bot.toldAt().ifPresent(told -> telling.accept(Line.clock(asked, told, heard)));
      return true;
    } catch (TelegramException e) {
      telling.accept(Line.unknown(checkup.place(), e));
      return false;
    }
  }

  /** Somebody else's asking shows only where no webhook keeps everybody away, and nothing waits. */
  private void updates(Checkup checkup, Expectation expected) {
    var route = checkup.route();
    var mayListen =
        expected instanceof Expectation.Polled polled
            && polled.stage() != Stage.BEGUN
            && !route.isBrought();
    var findings = Way.judge(route, expected, checkup.asking(), clock.instant());
    if (mayListen && checkup.isPolledElsewhere(LISTENING)) {
      telling.accept(
          Ailment.POLLED_ELSEWHERE.found(
              "Somebody asks for this bot's updates, and it is nobody of this store."));
      findings = findings.stream().filter(f -> f.severity() != Severity.OK).toList();
    }
    tell(findings);
  }

  private void asking(Runnable question) {
    try {
      question.run();
    } catch (TelegramException e) {
      telling.accept(Line.unanswered(e));
    }
  }

  private void tell(List<Finding> findings) {
    findings.forEach(telling);
  }

  private static OptionalLong sizeOf(String file) {
    try {
      var path = Path.of(file);
      return Files.isReadable(path) && Files.isRegularFile(path)
          ? OptionalLong.of(Files.size(path))
          : OptionalLong.empty();
    } catch (IOException | InvalidPathException e) {
      return OptionalLong.empty();
    }
  }
}

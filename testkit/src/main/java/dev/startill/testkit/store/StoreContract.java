package dev.startill.testkit.store;

import dev.startill.port.Archive;
import dev.startill.port.Books;
import dev.startill.port.Store;
import dev.startill.settings.Settings;
import dev.startill.testkit.Fixtures;
import dev.startill.testkit.ManualClock;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Timeout;

/**
 * What every store must keep, part by part. A subclass opens an empty store; it inherits the tests.
 */
@Timeout(60)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
public abstract class StoreContract
    implements HomeContract,
        FindingContract,
        ChargeContract,
        JournalContract,
        CaseContract,
        LedgerContract,
        StatementContract,
        AuditContract,
        MoneyContract,
        OutboxContract,
        LendingContract,
        HandoverContract,
        DeadLetterContract,
        StockContract,
        LeaseContract,
        UnitContract {
  private Bench bench;

  /** Only for subclasses; a bench stands ready before each test. */
  @SuppressWarnings("NullAway.Init") // JUnit calls layOut() first
  protected StoreContract() {}

  /** Opens a store on which nothing was written yet. */
  protected abstract Opened open(InstantSource clock, Settings settings);

  /**
   * A store, and what can be read of it.
   *
   * @param store to be closed by the contract
   * @param books the questions
   * @param archive the whole of the books
   */
  public record Opened(Store store, Books books, Archive archive) {}

  @Override
  public Bench bench() {
    return bench;
  }

  @BeforeEach
  void layOut() {
    var clock = new ManualClock(Fixtures.NOON);
    bench = new Bench(open(clock, Settings.defaults()), clock);
  }

  @AfterEach
  void clearAway() {
    bench.store().close();
  }
}

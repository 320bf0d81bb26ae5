package dev.startill.spring;

import dev.startill.port.Books;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/**
 * Up while the books can be read and updates come. What waits for a person is told, and makes
 * nothing ill. Threads share it.
 */
final class StartillHealth extends AbstractHealthIndicator {
  /** More than anybody reads one by one. */
  static final int MOST_CASES = 1000;

  private final Books books;
  private final Supplier<Optional<String>> trouble;

  StartillHealth(Books books, Supplier<Optional<String>> trouble) {
    super("Startill's store does not answer");
    this.books = books;
    this.trouble = trouble;
  }

  @Override
  protected void doHealthCheck(Health.Builder health) {
    health
        .withDetail("waitingMessages", books.waitingMessages())
        .withDetail("openCases", books.cases(MOST_CASES).size());
    trouble
        .get()
        .ifPresentOrElse(why -> health.down().withDetail("updates", why), () -> health.up());
  }
}

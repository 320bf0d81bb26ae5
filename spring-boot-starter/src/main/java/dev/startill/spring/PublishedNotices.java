package dev.startill.spring;

import dev.startill.port.Notice;
import java.util.function.Consumer;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes each notice as an event of Spring's, for methods with {@code @EventListener} or
 * {@code @TransactionalEventListener} that take it. Threads share it.
 */
final class PublishedNotices implements NoticeListener {
  private final ApplicationEventPublisher publisher;
  private final Consumer<Runnable> transaction;

  /**
   * A publisher.
   *
   * @param transaction runs it in a transaction, where there are any: outside of one a
   *     transactional listener hears nothing
   */
  PublishedNotices(ApplicationEventPublisher publisher, Consumer<Runnable> transaction) {
    this.publisher = publisher;
    this.transaction = transaction;
  }

  @Override
  public void accept(Notice notice) {
    transaction.accept(() -> publisher.publishEvent(notice));
  }
}

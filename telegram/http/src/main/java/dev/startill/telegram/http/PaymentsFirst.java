package dev.startill.telegram.http;

import dev.startill.intake.Update;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives each update to payments first, and what is none of theirs to the bot's own code, as the
 * bot's library has it. One that payments cannot read is told in the log and none of theirs either.
 * Threads share it if its parts may be shared.
 *
 * @param payments whether it was theirs; when they return, what it meant is durable
 * @param others takes in what is none of theirs
 * @param <U> the library's update
 */
public record PaymentsFirst<U>(Predicate<Update> payments, Consumer<U> others)
    implements BiConsumer<Incoming, U> {
  private static final Logger log = LoggerFactory.getLogger(PaymentsFirst.class);

  /** Takes in one that the library has read. */
  @Override
  public void accept(Incoming incoming, U update) {
    if (!isTheirs(incoming)) {
      others.accept(update);
    }
  }

  /**
   * Takes in what Telegram wrote. What is theirs the library need not read.
   *
   * @param reading makes the library's update of it; it may throw on what the library cannot read
   */
  public WholeUpdateHandler reading(Function<byte[], U> reading) {
    return (incoming, json) -> {
      if (!isTheirs(incoming)) {
        forOthers(incoming, json, reading).ifPresent(others);
      }
    };
  }

  private boolean isTheirs(Incoming incoming) {
    return switch (incoming) {
      case Incoming.Understood understood -> payments.test(understood.update());
      case Incoming.Unreadable unreadable -> {
        unreadable.tell(log);
        yield false;
      }
    };
  }

  /** Of an unreadable one there may be no JSON, and the library may know no better than we do. */
  private static <U> Optional<U> forOthers(
      Incoming incoming, byte[] json, Function<byte[], U> reading) {
    return switch (incoming) {
      case Incoming.Understood understood -> Optional.of(reading.apply(json));
      case Incoming.Unreadable unreadable -> {
        try {
          yield json.length == 0 ? Optional.empty() : Optional.of(reading.apply(json));
        } catch (RuntimeException e) { // Whatever a library throws on what it cannot read.
          log.warn("The bot's library cannot read it either: {}", e.getClass().getName());
          yield Optional.empty();
        }
      }
    };
  }
}

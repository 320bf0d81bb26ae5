package dev.startill.sandbox.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What falls due in the World, over all its parts: the earliest first, each at its own moment, and
 * at one moment in the order of the parts.
 */
final class Agenda {
  /**
   * A part of the World that has deadlines: when the next one falls, and what lets it pass. It is
   * that moment then, or later; afterwards it is due no more.
   */
  record Part(Supplier<Optional<Instant>> next, Runnable pass) {
    Optional<Instant> nextDue() {
      return next.get();
    }
  }

  private final World world;
  private final List<Part> parts;
  private Optional<Instant> destination = Optional.empty();

  Agenda(World world, List<Part> parts) {
    this.world = world;
    this.parts = List.copyOf(parts);
  }

  Optional<Instant> next() {
    return first().flatMap(Part::nextDue);
  }

  /** Time goes on to this moment; a watcher that is told on the way cannot move it further. */
  void passUntil(Instant moment) {
    if (destination.isPresent()) {
      return;
    }
    destination = Optional.of(moment);
    try {
      while (passOne(moment)) {
        assert !world.now().isAfter(moment);
      }
      world.arriveAt(moment);
    } finally {
      destination = Optional.empty();
    }
  }

  /** Where time is on its way to, while it passes. */
  Optional<Instant> destination() {
    return destination;
  }

  private boolean passOne(Instant latest) {
    var part = first();
    var due = part.flatMap(Part::nextDue).filter(moment -> !moment.isAfter(latest));
    due.ifPresent(
        moment -> {
          world.arriveAt(moment);
          part.get().pass().run();
        });
    return due.isPresent();
  }

  private Optional<Part> first() {
    Part first = null;
    var earliest = Instant.MAX;
    for (var part : parts) {
      var due = part.nextDue().orElse(Instant.MAX);
      if (due.isBefore(earliest)) {
        first = part;
        earliest = due;
      }
    }
    return Optional.ofNullable(first);
  }
}

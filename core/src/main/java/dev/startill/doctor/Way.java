package dev.startill.doctor;

import dev.startill.port.Checkup.Asking;
import dev.startill.port.Checkup.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges how updates come. Pure. */
final class Way {
  /** A bot that keeps up has none. */
  static final long MANY = 100;

  /** An error older than this has probably been mended. */
  static final Duration RECENT = Duration.ofHours(1);

  private final Route route;
  private final Instant now;

  private Way(Route route, Instant now) {
    this.route = route;
    this.now = now;
  }

  /** How Telegram says that they come, against how they are meant to. */
  static List<Finding> judge(Route route, Expectation expected, Asking asking, Instant now) {
    var way = new Way(route, now);
    var findings = new ArrayList<Finding>();
    way.stopped(asking)
        .or(() -> way.astray(expected))
        .or(way::failing)
        .or(way::piledUp)
        .ifPresent(findings::add);
    way.hidden("pre_checkout_query", Ailment.CHECKOUTS_HIDDEN).ifPresent(findings::add);
    way.hidden("message", Ailment.PAYMENTS_HIDDEN).ifPresent(findings::add);
    return findings.isEmpty() ? List.of(way.well()) : findings;
  }

  private Optional<Finding> stopped(Asking asking) {
    return switch (asking) {
      case Asking.NotHere none -> Optional.empty();
      case Asking.Undisturbed well -> Optional.empty();
      case Asking.Disturbed ill -> Optional.of(Ailment.UPDATES_STOPPED.found(ill.why()));
    };
  }

  private Optional<Finding> astray(Expectation expected) {
    return switch (expected) {
      case Expectation.Either either -> Optional.empty();
      case Expectation.Polled polled ->
          Optional.of(polled).filter(p -> route.isBrought()).map(this::brought);
      case Expectation.Brought brought ->
          Optional.of(brought).filter(b -> !isAt(b)).map(this::elsewhere);
    };
  }

  private boolean isAt(Expectation.Brought brought) {
    return route.url().equals(brought.url().toString());
  }

  private Finding brought(Expectation.Polled expected) {
    var ailment =
        switch (expected.stage()) {
          case BEGUN, NOT_BEGUN -> Ailment.WEBHOOK_ELSEWHERE;
          case LEFT_TO_SERVER -> Ailment.WEBHOOK_LEFT;
        };
    return ailment.found(
        "Telegram brings them to %s, so whoever asks for them gets none.".formatted(address()));
  }

  private Finding elsewhere(Expectation.Brought expected) {
    var ailment =
        switch (expected.stage()) {
          case BEGUN -> Ailment.WEBHOOK_LOST;
          case NOT_BEGUN, LEFT_TO_SERVER -> Ailment.WEBHOOK_UNSET;
        };
    return ailment.found("Telegram brings them %s, not to ours.".formatted(place(expected)));
  }

  private String place(Expectation.Brought expected) {
    if (!route.isBrought()) {
      return "nowhere";
    }
    var isOurHost = route.host().equals(Route.hostOf(expected.url().toString()));
    return (isOurHost ? "to another path of " : "to ") + address();
  }

  private Optional<Finding> failing() {
    return route
        .lastError()
        .filter(at -> route.isBrought() && at.isAfter(now.minus(RECENT)))
        .map(
            at ->
                Ailment.WEBHOOK_FAILING.found(
                    "At %s Telegram could not bring one to %s: %s. %s."
                        .formatted(at, address(), route.lastErrorWords(), waiting())));
  }

  private Optional<Finding> piledUp() {
    return route.pending() > MANY
        ? Optional.of(Ailment.UPDATES_WAIT.found(waiting() + " to be taken."))
        : Optional.empty();
  }

  private Optional<Finding> hidden(String kind, Ailment ailment) {
    return route.hiding(kind).map(ailment::found);
  }

  private Finding well() {
    return new Finding.Well(
        Subject.UPDATES,
        route.isBrought()
            ? "They come to %s; %s.".formatted(address(), waiting())
            : "They are asked for; %s.".formatted(waiting()));
  }

  private String address() {
    var more = new ArrayList<String>();
    if (!route.address().isEmpty()) {
      more.add(route.address());
    }
    if (route.hasCertificate()) {
      more.add("a certificate was uploaded");
    }
    return more.isEmpty()
        ? route.host()
        : "%s (%s)".formatted(route.host(), String.join(", ", more));
  }

  private String waiting() {
    return route.pending() + (route.pending() == 1 ? " waits" : " wait");
  }
}

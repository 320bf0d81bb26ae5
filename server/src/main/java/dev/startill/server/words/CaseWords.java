package dev.startill.server.words;

import dev.startill.Desk;
import dev.startill.payment.Advice;
import dev.startill.payment.CaseReason;
import dev.startill.payment.Resolution;
import dev.startill.port.Books.CaseLine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done about cases, and what came of it, in words. */
public final class CaseWords {
  private static final Set<Resolution> OF_A_CHARGE =
      EnumSet.of(Resolution.REFUND, Resolution.ACCEPT);

  private CaseWords() {}

  /**
   * What can be done about this one, what is suggested first. A case that tells of Stars which are
   * held cannot just be closed: somebody decides where they belong.
   */
  public static List<Resolution> possible(CaseLine line) {
    return Advice.on(line.reason()).resolutions().stream()
        .filter(how -> line.charge().isPresent() || !OF_A_CHARGE.contains(how))
        .filter(how -> line.order().isPresent() || how != Resolution.DELIVER)
        .toList();
  }

  /** Whether a person must say which charge is meant. */
  public static boolean needsCharge(CaseReason reason, Resolution how) {
    return reason == CaseReason.BALANCE_DIFFERS && how == Resolution.CHARGEBACK;
  }

  /** As it is typed, such as {@code write-off}. */
  public static String name(Resolution how) {
    return low(how);
  }

  /** As a machine reads it, such as {@code moved-on}. */
  public static String name(Desk.Answer answer) {
    return low(answer);
  }

  /** What somebody typed. */
  public static Optional<Resolution> resolution(String typed) {
    return Arrays.stream(Resolution.values()).filter(how -> name(how).equals(typed)).findFirst();
  }

  /** All that can be typed. */
  public static String names() {
    return Arrays.stream(Resolution.values())
        .map(CaseWords::name)
        .collect(Collectors.joining(", "));
  }

  /** On a button. */
  public static String label(Resolution how) {
    return switch (how) {
      case REFUND -> "Send the Stars back";
      case DELIVER -> "Deliver again";
      case ACCEPT -> "Keep as a sale";
      case CHARGEBACK -> "Book a chargeback";
      case WRITE_OFF -> "Write the difference off";
      case CLOSE -> "Close the case";
    };
  }

  /** How a case ended. */
  public static String closed(CaseLine line) {
    return line.how().isEmpty()
        ? "What it was about is settled; the history tells how."
        : "It was closed by a person: " + line.how();
  }

  /** What came of a decision. */
  public static String answer(Desk.Answer answer, Resolution how) {
    return switch (answer) {
      case DONE -> done(how);
      case UNKNOWN -> "There is no such open case.";
      case CLOSED_BEFORE -> "It was closed before; nothing was done.";
      case NOT_HERE -> "That cannot be done about such a case; nothing was done.";
      case MOVED_ON -> "What it is about has moved on, so nothing was done. Look at it again.";
      case NOT_COMPARED ->
          "Telegram did not say what it holds, or Stars came and went all the while, so nothing was"
              + " done. Try again.";
    };
  }

  private static String done(Resolution how) {
    return switch (how) {
      case REFUND -> "The refund is asked for, and the case is closed.";
      case DELIVER -> "The goods leave once more, and the case is closed.";
      case ACCEPT -> "The Stars are a sale now, and the case is closed.";
      case CHARGEBACK -> "The chargeback is booked, and the case is closed.";
      case WRITE_OFF -> "The difference is booked as unexplained, and the case is closed.";
      case CLOSE -> "The case is closed.";
    };
  }

  private static String low(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package dev.startill.server.pages;

import dev.startill.Desk;
import dev.startill.RefundAnswer;
import dev.startill.payment.Resolution;
import dev.startill.server.words.CaseWords;
import dev.startill.server.words.Wording;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What came of an action, told on the page that follows it. It travels as a code in the address,
 * never as words, so that no link can put words into our mouth. Immutable.
 *
 * @param text for people; empty where nothing is to be told
 * @param tone how it is to be taken: good, busy, bad or calm
 */
public record Notice(String text, String tone) {
  static final Notice NONE = new Notice("", "");

  private static final String REFUND = "refund-";
  private static final String CASE = "case-";
  private static final String OUTBOX = "outbox-";

  /** The code of a refund's answer. */
  public static String code(RefundAnswer answer) {
    return REFUND + low(answer);
  }

  /** The code of what came of a case. */
  public static String code(Desk.Answer answer, Resolution how) {
    return CASE + low(answer) + "-" + low(how);
  }

  /** The code of messages that were sent again, or not. */
  public static String code(int sent, int refused) {
    return OUTBOX + sent + "-" + refused;
  }

  /** The address of a page that tells a code. */
  public static String on(String page, String code) {
    return page + (page.contains("?") ? "&" : "?") + "said=" + code;
  }

  /** What a code tells; nothing, if it is none of ours. */
  static Notice of(String code) {
    if (code.startsWith(REFUND)) {
      return constant(RefundAnswer.class, code.substring(REFUND.length()))
          .map(answer -> new Notice(Wording.refund(answer), answer.isAccepted() ? "busy" : "bad"))
          .orElse(NONE);
    }
    if (code.startsWith(CASE)) {
      return ofCase(code.substring(CASE.length()));
    }
    return code.matches(OUTBOX + "\\d{1,6}-\\d{1,6}") ? ofOutbox(code.split("-", -1)) : NONE;
  }

  private static Notice ofCase(String code) {
    for (var answer : Desk.Answer.values()) {
      var start = low(answer) + "-";
      if (code.startsWith(start)) {
        return constant(Resolution.class, code.substring(start.length()))
            .map(
                how ->
                    new Notice(
                        CaseWords.answer(answer, how), answer == Desk.Answer.DONE ? "good" : "bad"))
            .orElse(NONE);
      }
    }
    return NONE;
  }

  private static Notice ofOutbox(String[] parts) {
    var sent = Integer.parseInt(parts[1]);
    var refused = Integer.parseInt(parts[2]);
    return new Notice(Wording.replayed(sent, refused), refused == 0 ? "good" : "busy");
  }

  private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String low) {
    return Arrays.stream(type.getEnumConstants()).filter(c -> low(c).equals(low)).findFirst();
  }

  private static String low(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

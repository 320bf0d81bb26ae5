package dev.startill.payment;

import dev.startill.ledger.Posting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The outcome of a decision: everything that one commit writes, and the one thing that is said
 * afterwards. Immutable.
 *
 * @param after the homes as they are now; none if nothing changed
 * @param postings moves of Stars
 * @param shelving what happens to the order's piece of stock
 * @param withdraw whether a hand-over that has not begun, or was set aside, is taken out of the
 *     outbox; one in flight ends first
 * @param messages words to the world, in this order
 * @param opened cases for a person, about the last of the homes or, without one, about the event's
 *     charge; a case that is open already stays as it is
 * @param closed cases that have settled themselves
 * @param detail what the history says of it beyond the event's name, or empty
 * @param answer what to tell Telegram at once
 */
public record Transition(
    List<Home> after,
    List<Posting> postings,
    Shelving shelving,
    boolean withdraw,
    List<Message> messages,
    Set<CaseReason> opened,
    Set<CaseReason> closed,
    String detail,
    Optional<Answer> answer) {

  /** What a commit does to the piece of stock of an order. */
  public enum Shelving {
    /** Nothing. */
    NONE,
    /** Keeps one for the order, until the hold lapses. */
    HOLD,
    /** Makes it the buyer's. */
    SELL,
    /** Puts the held, or never shown, one back. */
    RELEASE,
    /** Marks the one that was sold as taken back: it is never sold again. */
    REVOKE
  }

  public Transition {
    after = List.copyOf(after);
    postings = List.copyOf(postings);
    messages = List.copyOf(messages);
    opened = inTheirOrder(opened);
    closed = inTheirOrder(closed);
  }

  /** {@link Set#copyOf} iterates differently in every process, and a run must be repeatable. */
  private static Set<CaseReason> inTheirOrder(Set<CaseReason> reasons) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(reasons));
  }

  /** Nothing changes and nothing is said. */
  public static Transition quiet() {
    return to(List.of()).done();
  }

  /** Nothing changes, and why not is worth knowing. */
  public static Transition quiet(String because) {
    return to(List.of()).saying(because).done();
  }

  /** Nothing changes but that Telegram gets this answer. */
  public static Transition saying(Answer answer) {
    return to(List.of()).answering(answer).done();
  }

  /** Begins a transition to one home. */
  public static Draft to(Home after) {
    return to(List.of(after));
  }

  /** Begins a transition to several homes. */
  public static Draft to(List<Home> after) {
    return new Draft(after);
  }

  /** Whether the store has nothing to write. */
  public boolean isQuiet() {
    return after.isEmpty() && messages.isEmpty() && opened.isEmpty() && closed.isEmpty();
  }

  /** A transition in the making; for one thread, within one decision. */
  public static final class Draft {
    private final List<Home> after;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final Set<CaseReason> opened = EnumSet.noneOf(CaseReason.class);
    private final Set<CaseReason> closed = EnumSet.noneOf(CaseReason.class);
    private Shelving shelving = Shelving.NONE;
    private boolean withdraw;
    private String detail = "";
    private Optional<Answer> answer = Optional.empty();

    private Draft(List<Home> after) {
      this.after = after;
    }

    Draft posting(Posting posting) {
      postings.add(posting);
      return this;
    }

    Draft shelving(Shelving next) {
      shelving = next;
      return this;
    }

    Draft withdrawing() {
      withdraw = true;
      return this;
    }

    Draft sending(Message message) {
      messages.add(message);
      return this;
    }

    Draft opening(CaseReason reason) {
      opened.add(reason);
      return this;
    }

    Draft closing(CaseReason reason) {
      closed.add(reason);
      return this;
    }

    Draft saying(String words) {
      detail = words;
      return this;
    }

    Draft answering(Answer next) {
      answer = Optional.of(next);
      return this;
    }

    Transition done() {
      return new Transition(
          after, postings, shelving, withdraw, messages, opened, closed, detail, answer);
    }
  }
}

package dev.startill.server.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.payment.OrderId;
import dev.startill.port.StoreException;
import dev.startill.telegram.http.Incoming;
import dev.startill.testkit.RecordedLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class InReplyTest {
  private static final BuyerId ANN = new BuyerId(777);

  private static final OrderId ORDER = new OrderId("ord_00000000000000000000000000");

  private final List<Answer> called = new ArrayList<>();
  private long nanos;
  private Predicate<OrderId> books = order -> false;
  private final InReply door =
      new InReply(InReplyTest::decide, called::add, order -> books.test(order), () -> nanos);

  @Test
  void an_answer_goes_in_the_reply() {
    assertThat(door.apply(checkout(1))).contains(approval(1));
    assertThat(called).isEmpty();
  }

  @Test
  void what_needs_no_answer_has_an_empty_reply() {
    assertThat(door.apply(payment())).isEmpty();
  }

  @Test
  void as_long_as_payments_follow_replies_are_trusted() {
    for (var day = 1; day <= 100; day++) {
      assertThat(door.apply(checkout(day))).isPresent();
      door.apply(payment());
      pass(Duration.ofDays(1));
    }
    assertThat(called).isEmpty();
  }

  @Test
  void a_crowd_that_pays_in_its_own_time_is_no_reason_for_doubt() {
    for (var second = 1; second <= 100; second++) {
      assertThat(door.apply(checkout(second))).isPresent();
      if (second % 15 == 0) {
        door.apply(payment());
      }
      pass(Duration.ofSeconds(1));
    }
  }

  @Test
  void where_no_payment_follows_answers_leave_by_calls_and_stay_with_it() {
    assertThat(door.apply(checkout(1))).isPresent();
    pass(Duration.ofSeconds(21));
    try (var log = RecordedLog.ofEverything()) {
      assertThat(door.apply(checkout(2))).isEmpty();
      door.apply(payment());
      assertThat(door.apply(checkout(3))).isEmpty();
      assertThat(log.lines()).filteredOn(line -> line.contains("answer-in-reply")).hasSize(1);
    }
    assertThat(called).containsExactly(approval(2), approval(3));
  }

  @Test
  void a_payment_of_something_else_tells_nothing_of_our_replies() {
    assertThat(door.apply(checkout(1))).isPresent();
    pass(Duration.ofSeconds(10));
    door.apply(payment("st:ord_of_another_node"));
    pass(Duration.ofSeconds(11));
    assertThat(door.apply(checkout(2))).isEmpty();
  }

  @Test
  void a_payment_that_another_node_was_brought_is_no_reason_for_doubt() {
    books = ORDER::equals;
    for (var minute = 1; minute <= 100; minute++) {
      assertThat(door.apply(checkout(minute))).isPresent();
      pass(Duration.ofMinutes(1));
    }
    assertThat(called).isEmpty();
  }

  @Test
  void books_that_cannot_be_read_are_no_reason_for_doubt_and_the_next_approval_is_watched() {
    books =
        order -> {
          throw new StoreException("The store does not answer.");
        };
    assertThat(door.apply(checkout(1))).isPresent();
    pass(Duration.ofSeconds(21));
    assertThat(door.apply(checkout(2))).isPresent();
    books = order -> false;
    pass(Duration.ofSeconds(21));
    assertThat(door.apply(checkout(3))).isEmpty();
  }

  @Test
  void no_payment_is_expected_of_whoever_was_declined() {
    assertThat(door.apply(strangers())).isPresent();
    pass(Duration.ofHours(1));
    assertThat(door.apply(strangers())).isPresent();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
  }

  /** Whoever has a payload may pay. */
  private static Optional<Answer> decide(Incoming incoming) {
    return ((Incoming.Understood) incoming).update() instanceof Update.Checkout checkout
        ? Optional.of(
            checkout.payload().isEmpty()
                ? new Answer.Decline(checkout.id(), Answer.Reason.UNKNOWN_ORDER)
                : approval(checkout.id()))
        : Optional.empty();
  }

  private static Answer approval(int number) {
    return approval(new CheckoutId(Integer.toString(number)));
  }

  private static Answer approval(CheckoutId id) {
    return new Answer.Approve(id, ORDER, true);
  }

  private static Incoming checkout(int number) {
    var id = new CheckoutId(Integer.toString(number));
    return update(new Update.Checkout(id, ANN, "st:ord", "XTR", 50));
  }

  private static Incoming strangers() {
    return update(new Update.Checkout(new CheckoutId("9"), ANN, "", "XTR", 50));
  }

  private static Incoming payment() {
    return payment("st:ord");
  }

  private static Incoming payment(String payload) {
    return update(new Update.Payment(new ChargeId("stx"), ANN, payload, "XTR", 50, Instant.EPOCH));
  }

  private static Incoming update(Update update) {
    return new Incoming.Understood(1, update, new Incoming.Silence());
  }
}

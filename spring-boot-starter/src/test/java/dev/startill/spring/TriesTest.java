package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.CheckoutId;
import dev.startill.telegram.http.Incoming;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often an update that a handler throws at may come again. */
class TriesTest {
  private final Tries tries = new Tries();

  @Test
  void a_message_five_times() {
    var message = new Incoming.Understood(7, new Update.Other(), new Incoming.Silence());

    assertThat(IntStream.range(1, 5)).allMatch(time -> !tries.isOver(message));
    assertThat(tries.isOver(message)).isTrue();
    assertThat(tries.isOver(message)).as("it is counted anew").isFalse();
  }

  @Test
  void a_payment_twenty_times() {
    var payment =
        new Update.Payment(
            new ChargeId("charge"), new BuyerId(5), "st:x", "XTR", 50, Instant.EPOCH);
    var incoming = new Incoming.Understood(7, payment, new Incoming.Silence());

    assertThat(IntStream.range(1, 20)).allMatch(time -> !tries.isOver(incoming));
    assertThat(tries.isOver(incoming)).isTrue();
  }

  @Test
  void a_checkout_never_for_nobody_awaits_its_answer_then() {
    var checkout = new Update.Checkout(new CheckoutId("1"), new BuyerId(5), "st:x", "XTR", 50);

    assertThat(tries.isOver(new Incoming.Understood(7, checkout, new Incoming.Silence()))).isTrue();
  }

  @Test
  void what_was_taken_in_is_forgotten_and_so_is_the_oldest_of_too_many() {
    var first = new Incoming.Understood(1, new Update.Other(), new Incoming.Silence());
    IntStream.range(1, 5).forEach(time -> tries.isOver(first));

    tries.forget(first);
    assertThat(IntStream.range(1, 5)).allMatch(time -> !tries.isOver(first));

    IntStream.rangeClosed(2, 1 + Tries.MOST)
        .mapToObj(id -> new Incoming.Understood(id, new Update.Other(), new Incoming.Silence()))
        .forEach(tries::isOver);
    assertThat(tries.isOver(first)).isFalse();
  }
}

package dev.startill.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.testing.Payment;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** An update is acknowledged when it is done, and not before. */
abstract class ClientAcknowledging extends ClientScene {
  @Test
  void what_is_thrown_on_comes_again() {
    var heard = new ConcurrentLinkedQueue<String>();
    var shop = shop();
    shop.open(
        said -> {
          heard.add(said.text());
          if (heard.size() == 1) {
            throw new IllegalStateException("a defect of the bot's own code");
          }
        });
    var ann = sandbox.buyer("Ann").withStars(50);
    ann.sends("/ping");
    ann.reads("pong");
    assertThat(heard).containsExactly("/ping", "/ping");
    ann.sends("/buy");
    assertThat(ann.pays().isPaid()).isTrue();
  }

  @Test
  void what_is_always_thrown_on_does_not_end_the_bot() {
    var defects = new AtomicInteger();
    shop()
        .open(
            said -> {
              if (said.text().equals("poison")) {
                defects.incrementAndGet();
                throw new IllegalStateException("a defect of the bot's own code");
              }
            });
    sandbox.buyer("Bob").sends("poison");
    eventually(() -> defects.get() >= 2);
    var ann = sandbox.buyer("Ann");
    ann.sends("/ping");
    ann.reads("pong");
  }

  @Test
  void a_payment_that_could_not_be_recorded_is_tried_until_it_is() {
    var shop = shop().receive(said -> {});
    var ann = sandbox.buyer("Ann").withStars(50);
    ann.sends("/buy");
    eventually(() -> shop.startill().step() > 0);
    var invoice = ann.waitsFor(message -> message.isInvoice());
    shop.failAfterTheCheckout(2);
    assertThat(ann.beginsToPay(invoice)).succeedsWithin(PATIENCE).matches(Payment::isPaid);
    eventually(() -> shop.failuresLeft() == 0 && shop.startill().step() > 0);
    ann.reads("Here it is");
    assertThat(shop.ordersOf(ann.id())).hasSize(1);
  }

  @Test
  void what_was_not_done_comes_to_whoever_asks_next() {
    var begun = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var first = shop();
    first.open(
        said -> {
          begun.countDown();
          await(never);
        });
    var ann = sandbox.buyer("Ann").withStars(50);
    ann.sends("/buy");
    await(begun);
    first.stopReceiving();
    shop().open();
    assertThat(ann.pays().isPaid()).isTrue();
    ann.reads("Here it is");
  }
}

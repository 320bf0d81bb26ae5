package dev.startill.testkit.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.startill.payment.ChargeId;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Sales from the command to the goods, and back. */
abstract class ClientSales extends ClientScene {
  @Test
  void from_the_command_to_the_goods_and_the_stars_back() {
    var shop = shop().open();
    var ann = sandbox.buyer("Ann").withStars(120);
    ann.sends("/buy");
    var charge = ann.pays().charge();
    ann.reads("Here it is");
    assertThat(ann.stars()).isEqualTo(70);
    assertThat(sandbox.bot().stars()).isEqualTo(50);

    shop.startill().refund(new ChargeId(charge), "changed their mind");
    ann.waitsFor(message -> message.has("refunded_payment"));
    assertThat(ann.stars()).isEqualTo(120);
    eventually(() -> shop.startill().reconcile().agrees());
    assertThat(shop.ordersOf(ann.id())).hasSize(1);
  }

  @Test
  void a_payment_that_comes_twice_is_one_payment() {
    sandbox.duplicate("successful_payment").always();
    var shop = shop().open();
    var ann = sandbox.buyer("Ann").withStars(120);
    ann.sends("/buy");
    assertThat(ann.pays().isPaid()).isTrue();
    ann.reads("Here it is");
    ann.sends("/ping");
    ann.reads("pong");
    assertThat(ann.chat().stream().filter(message -> message.text().contains("Here it is")))
        .hasSize(1);
    assertThat(shop.ordersOf(ann.id())).hasSize(1);
  }

  @Test
  void a_stranger_who_writes_is_heard_by_the_bot() {
    var heard = new CompletableFuture<String>();
    shop().open(said -> heard.complete(said.text()));
    sandbox.buyer("Ann").sends("what is this?");
    assertThat(heard).succeedsWithin(PATIENCE).isEqualTo("what is this?");
  }

  @Test
  void a_checkout_waits_for_no_message_where_updates_are_asked_for_meanwhile() {
    assumeThat(asksOn()).isTrue();
    var begun = new CountDownLatch(1);
    var over = new CountDownLatch(1);
    shop()
        .open(
            said -> {
              if (said.text().equals("slow")) {
                begun.countDown();
                await(over);
              }
            });
    var ann = sandbox.buyer("Ann").withStars(50);
    ann.sends("/buy");
    var invoice = ann.waitsFor(message -> message.isInvoice());
    sandbox.buyer("Bob").sends("slow");
    await(begun);
    assertThat(ann.pays(invoice).isPaid()).isTrue();
    ann.reads("Here it is");
    over.countDown();
  }

  abstract boolean asksOn();

  @Test
  void a_lost_answer_to_an_invoice_shows_it_twice_and_sells_it_once() {
    var shop = shop().open();
    sandbox.fail("sendInvoice").afterEffect().withError(502).once();
    var ann = sandbox.buyer("Ann").withStars(120);
    ann.sends("/buy");
    assertThat(ann.pays().isPaid()).isTrue();
    ann.reads("Here it is");
    assertThat(shop.ordersOf(ann.id())).hasSize(1);
  }
}

package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.Startill;
import dev.startill.catalog.Catalog;
import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.Answer;
import dev.startill.payment.CheckoutId;
import dev.startill.testkit.InMemoryStore;
import dev.startill.testkit.ManualClock;
import dev.startill.testkit.RecordingTelegram;
import dev.startill.testkit.RecordingTelegram.Said;
import dev.startill.testkit.junit.StartillSandbox;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the guide to testing a bot shows of tests without a network. */
@StartillSandbox
class InvoiceTest {
  @Test
  void an_invoice_is_good_for_a_day(
      InMemoryStore store, RecordingTelegram telegram, ManualClock clock) {
    var startill =
        Startill.over(store, telegram)
            .selling(Catalog.of(GuideShop.GUIDE))
            .clock(clock)
            .answering(Runnable::run)
            .build();
    var ann = new BuyerId(777);
    startill.sell(GuideShop.GUIDE.id()).to(ann).invoice();
    startill.step();
    var invoice = telegram.said(Said.Invoiced.class).getLast().invoice();

    clock.advance(Duration.ofDays(1));
    var form = new CheckoutId("1");
    startill.handle(new Update.Checkout(form, ann, invoice.payload().text(), "XTR", 50));

    assertThat(telegram.said(Said.Answered.class))
        .containsExactly(new Said.Answered(new Answer.Decline(form, Answer.Reason.EXPIRED)));
  }
}

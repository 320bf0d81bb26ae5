package com.example.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.Startill;
import dev.startill.intake.Update;
import dev.startill.party.BuyerId;
import dev.startill.payment.ChargeId;
import dev.startill.payment.Goods;
import dev.startill.payment.Order;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.testing.Buyer;
import dev.startill.spring.test.AutoConfigureSandbox;
import dev.startill.telegram.http.Incoming;
import dev.startill.telegram.http.UpdateHandler;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Points and the mark that they are there: both or neither. */
@SpringBootTest
@AutoConfigureSandbox(store = AutoConfigureSandbox.Place.OF_THE_APPLICATION)
@DirtiesContext
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class PointsShopTest {
  @TempDir static Path folder;

  @Autowired Sandbox telegram;
  @Autowired Startill startill;
  @Autowired Wallets wallets;
  @Autowired UpdateHandler conversation;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    properties.add(
        "spring.datasource.url",
        () ->
            "jdbc:sqlite:%s?journal_mode=WAL&busy_timeout=5000&transaction_mode=IMMEDIATE"
                .formatted(folder.resolve("points.db")));
  }

  @Test
  void a_payment_that_is_told_twice_brings_points_once_and_a_refund_takes_them_back() {
    var ann = telegram.buyer("Ann").withStars(100);
    telegram.duplicate("successful_payment").once();

    ann.sends("/buy");
    var charge = ann.pays().charge();
    ann.reads("You have 500 points");
    ann.sends("/points");
    ann.reads("You have 500 points");

    startill.refund(new ChargeId(charge), "bought by mistake");
    ann.waitsFor("her Stars", message -> message.has("refunded_payment"));
    assertThat(pointsOf(ann)).isZero();
  }

  @Test
  void points_that_the_database_refused_are_taken_back_with_the_mark_and_come_later_once(
      CapturedOutput output) {
    var boris = telegram.buyer("Boris").withStars(100);
    refusePoints();

    boris.sends("/buy");
    boris.pays();
    await().until(() -> output.getAll().contains("no points today"));
    assertThat(goodsOf(boris)).isEqualTo(Goods.OWED);
    assertThat(pointsOf(boris)).isZero();

    jdbc.sql("DROP TRIGGER refuse_points").update();
    await().atMost(Duration.ofSeconds(30)).until(() -> goodsOf(boris) == Goods.HANDED_OVER);
    assertThat(pointsOf(boris)).isEqualTo(500);
  }

  @Test
  void a_thank_you_that_telegram_does_not_take_keeps_no_other_buyer_waiting() {
    var clara = telegram.buyer("Clara").withStars(100);
    var dora = telegram.buyer("Dora").withStars(100);
    telegram.fail("sendMessage").hanging().always();

    clara.sends("/buy");
    clara.pays();
    telegram.waitsForCall("sendMessage");
    dora.sends("/buy");
    assertThat(dora.pays().isPaid()).isTrue();

    telegram.heal();
    await().atMost(Duration.ofSeconds(30)).until(() -> pointsOf(dora) == 500);
  }

  @Test
  void in_a_group_it_says_nothing() {
    var emil = telegram.buyer("Emil");
    var group = -4711L;

    var said = new Incoming.Said(group, false, new BuyerId(emil.id()), "/points");
    conversation.handle(new Incoming.Understood(1, new Update.Other(), said));

    assertThat(telegram.calls("sendMessage"))
        .noneMatch(call -> call.parameter("chat_id").equals(Long.toString(group)));
  }

  /** As a constraint would, at the moment of writing. */
  private void refusePoints() {
    jdbc.sql(
            """
            CREATE TRIGGER refuse_points BEFORE INSERT ON wallet
            BEGIN SELECT RAISE(ABORT, 'no points today'); END
            """)
        .update();
  }

  private Goods goodsOf(Buyer buyer) {
    return startill.orders().of(buyer.id(), 1).getFirst().order() instanceof Order.Paid paid
        ? paid.goods()
        : Goods.OWED;
  }

  private long pointsOf(Buyer buyer) {
    return wallets.findById(buyer.id()).map(Wallet::points).orElse(0L);
  }
}

package dev.startill.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What an ordinary shop bot does at Telegram it does at the sandbox, whatever library it is written
 * with. The bot understands:
 *
 * <ul>
 *   <li>{@code /start}: says its own name and offers the guide with a button whose data is "guide"
 *   <li>{@code /buy}, {@code /print}, {@code /dream}: an invoice for the thing in {@link Goods}
 *   <li>{@code /link}: a text that holds a fresh invoice link for the guide
 *   <li>{@code /club}: a text that holds a fresh invoice link for the club; {@code /leave} ends the
 *       writer's membership
 *   <li>{@code /refund}: sends the writer's last charge back, or says Telegram's error
 *   <li>{@code /statement}: a line for each Star transaction, as "+50 guide", and "balance 50"
 *   <li>{@code /say WORDS}: the words
 * </ul>
 *
 * A payment is thanked for with a text that holds its charge id, and delivered as a document, once;
 * a charge told again is answered with "already delivered" and its id, a returned one with
 * "refunded" and its id. Who pays for the club is told "Welcome to the club", at each renewal "The
 * club goes on", and "club: failed" and the like when Telegram reports the subscription's state.
 */
public abstract class ShopContract extends ClubContract {

  /** Whether the library hands an update on that it has handed on before. */
  protected boolean repeatsReachTheBot() {
    return true;
  }

  @Test
  void the_bot_knows_its_name_and_registers_its_commands() {
    ann().says("/start", BOT);

    var username = telegram().get("/sandbox/bots/" + BOT).path("username").asString();
    ann().reads(BOT, "@" + username);
    assertThat(telegram().commandsOf(BOT)).containsExactly("start", "buy");
  }

  @Test
  void a_text_comes_back_as_it_was_written() {
    var words = "Grüße, 東京 👩‍👧 & <b>\"100% + 1\"</b> = ? #a%20b\\n";
    ann().says("/say " + words, BOT);

    ann().sees(BOT, "echo", message -> message.path("text").asString("").equals(words));
  }

  @Test
  void a_guide_is_ordered_paid_and_delivered() {
    var receipt = buysTheGuide(ann());

    assertThat(receipt.status()).isEqualTo("paid");
    ann().reads(BOT, receipt.chargeId());
    var document = theDocumentOf(ann());
    assertThat(document.path("file_name").asString()).isEqualTo(Goods.FILE_NAME);
    assertThat(document.path("file_size").asLong()).isEqualTo(Goods.file().length);
    assertThat(telegram().download(document.path("file_id").asString())).isEqualTo(Goods.file());
    assertThat(ann().stars()).isEqualTo(70);
    assertThat(telegram().starsOf(BOT)).isEqualTo(50);
  }

  @Test
  void an_invoice_shows_what_is_sold_and_a_button_to_pay() {
    ann().says("/buy", BOT);

    var message = ann().invoice(BOT, Goods.GUIDE);
    assertThat(message.path("invoice").path("currency").asString()).isEqualTo("XTR");
    assertThat(message.path("invoice").path("total_amount").asInt()).isEqualTo(Goods.PRICE);
    var button = message.path("reply_markup").path("inline_keyboard").path(0).path(0);
    assertThat(button.path("pay").asBoolean()).isTrue();
  }

  @Test
  void an_invoice_paid_twice_makes_two_charges() {
    var first = buysTheGuide(ann());
    var second = ann().pays(ann().invoice(BOT, Goods.GUIDE), BOT);

    assertThat(second.status()).isEqualTo("paid");
    assertThat(second.chargeId()).isNotEqualTo(first.chargeId());
    ann().reads(BOT, first.chargeId());
    ann().reads(BOT, second.chargeId());
    assertThat(ann().stars()).isEqualTo(20);
  }

  @Test
  void a_declined_checkout_shows_the_bots_words_and_takes_nothing() {
    ann().says("/print", BOT);
    var receipt = ann().pays(ann().invoice(BOT, Goods.PRINT), BOT);

    assertThat(receipt.status()).isEqualTo("failed");
    assertThat(receipt.error()).isEqualTo(Goods.SOLD_OUT);
    assertThat(ann().stars()).isEqualTo(120);
  }

  @Test
  void ten_seconds_of_silence_fail_the_payment() {
    ann().says("/dream", BOT);
    var receipt = ann().beginsToPay(ann().invoice(BOT, Goods.DREAM), BOT);
    ann().reads(BOT, Goods.THINKING);
    telegram().advance(Duration.ofSeconds(9));
    assertThat(receipt).isNotDone();
    telegram().advance(Duration.ofSeconds(1));

    assertThat(receipt.join().status()).isEqualTo("failed");
    assertThat(receipt.join().error()).isEqualTo("BOT_PRECHECKOUT_TIMEOUT");
    assertThat(ann().stars()).isEqualTo(120);
  }

  @Test
  void a_pressed_button_is_answered_and_brings_the_invoice() {
    ann().says("/start", BOT);
    var menu = ann().sees(BOT, "menu", message -> !button(message).isMissingNode());
    assertThat(button(menu).path("text").asString()).contains(Goods.GUIDE);

    assertThat(ann().presses(menu, button(menu).path("callback_data").asString(), BOT))
        .isEqualTo("Coming up");
    assertThat(ann().pays(ann().invoice(BOT, Goods.GUIDE), BOT).status()).isEqualTo("paid");
    theDocumentOf(ann());
  }

  @Test
  void a_link_is_paid_by_somebody_else_who_gets_the_goods() {
    ann().says("/link", BOT);
    var text = ann().reads(BOT, "https://t.me/$").path("text").asString();
    var bob = telegram().buyer("Bob", 50);
    var receipt = bob.pays(text.substring(text.indexOf("https://")));

    assertThat(receipt.status()).isEqualTo("paid");
    bob.reads(BOT, receipt.chargeId());
    theDocumentOf(bob);
    assertThat(bob.stars()).isZero();
    assertThat(ann().stars()).isEqualTo(120);
    assertThat(ann().timesRead(BOT, receipt.chargeId())).isZero();
  }

  @Test
  void a_payment_told_twice_is_one_charge_and_delivered_once() {
    var receipt = buysTheGuide(ann());
    theDocumentOf(ann());
    telegram().redeliver(BOT);
    if (repeatsReachTheBot()) {
      assertThat(ann().reads(BOT, "already delivered").path("text").asString())
          .contains(receipt.chargeId());
    } else {
      remark("the library drops the repeat");
    }
    ann().says("/say still here", BOT);
    ann().reads(BOT, "still here");

    assertThat(ann().timesRead(BOT, "already delivered")).isEqualTo(repeatsReachTheBot() ? 1 : 0);
    assertThat(telegram().calls("sendDocument")).isEqualTo(1);
    assertThat(ann().stars()).isEqualTo(70);
  }

  @Test
  void a_refund_brings_the_stars_back_is_told_and_happens_once() {
    var receipt = buysTheGuide(ann());
    theDocumentOf(ann());
    ann().says("/refund", BOT);

    assertThat(ann().reads(BOT, "refunded").path("text").asString()).contains(receipt.chargeId());
    assertThat(ann().stars()).isEqualTo(120);
    assertThat(telegram().starsOf(BOT)).isZero();
    ann().says("/refund", BOT);
    ann().reads(BOT, "Bad Request: CHARGE_ALREADY_REFUNDED");
    assertThat(ann().stars()).isEqualTo(120);
  }

  @Test
  void the_statement_lists_payments_and_refunds_oldest_first() {
    buysTheGuide(ann());
    theDocumentOf(ann());
    ann().says("/refund", BOT);
    ann().reads(BOT, "refunded");
    assertThat(ann().pays(ann().invoice(BOT, Goods.GUIDE), BOT).status()).isEqualTo("paid");
    ann().says("/statement", BOT);

    assertThat(ann().reads(BOT, "balance").path("text").asString())
        .isEqualTo("+50 guide\n-50 guide\n+50 guide\nbalance 50");
  }

  private Buyer.Receipt buysTheGuide(Buyer buyer) {
    buyer.says("/buy", BOT);
    return buyer.pays(buyer.invoice(BOT, Goods.GUIDE), BOT);
  }

  private JsonNode theDocumentOf(Buyer buyer) {
    return buyer.sees(BOT, "document", message -> message.has("document")).path("document");
  }

  private static JsonNode button(JsonNode message) {
    var first = message.path("reply_markup").path("inline_keyboard").path(0).path(0);
    return first.has("callback_data") ? first : first.path("none");
  }
}

package dev.startill.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sales through real HTTP: the sandbox on one side, the server in a process of its own. */
abstract class SaleStories extends ShopStories {
  @Test
  void a_buyer_types_buy_pays_and_reads_the_goods() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    assertThat(invoice.get("invoice").get("title").asString()).isEqualTo("Premium PDF Guide");
    var paid = ann.pays(invoice);
    assertThat(paid.get("status").asString()).isEqualTo("paid");
    assertThat(ann.awaits("https://shop.example/guide.pdf")).contains("ord_");
    assertThat(ann.stars()).isEqualTo(950);
    assertThat(shop.database().rows("SELECT id FROM charge"))
        .containsExactly(paid.get("charge_id").asString());
    var page = Page.of(shop);
    assertThat(page).contains("fulfilled", "Premium PDF Guide", "⭐ 50");
  }

  @Test
  void start_lists_what_there_is_and_a_button_buys_it() {
    var ann = box.buyer("Ann", 1000);
    ann.says("/start");
    ann.awaits("Welcome");
    var menu = ann.messages(m -> m.has("reply_markup")).getFirst();
    var button = menu.get("reply_markup").get("inline_keyboard").get(0).get(0);
    assertThat(button.get("text").asString()).contains("Premium PDF Guide").contains("50");
    ann.presses(menu, button.get("callback_data").asString());
    Until.holds("the invoice comes", () -> !ann.invoices().isEmpty());
    assertThat(ann.says("/paysupport").awaits("help@shop.example")).isNotBlank();
    assertThat(ann.says("/terms").awaits("All sales")).isNotBlank();
  }

  @Test
  void a_file_is_uploaded_to_the_buyer() {
    var ann = box.buyer("Ann", 1000);
    ann.pays(ann.asks("/book"));
    Until.holds("the file comes", () -> ann.messages(m -> m.has("document")).size() == 1);
    var document = ann.messages(m -> m.has("document")).getFirst().get("document");
    assertThat(document.get("file_name").asString()).isEqualTo("guide.txt");
  }

  @Test
  void two_buyers_want_the_last_code_and_one_gets_it() {
    var ann = box.buyer("Ann", 1000);
    var bob = box.buyer("Bob", 1000);
    var anns = ann.asks("/key");
    var bobs = bob.asks("/key");
    assertThat(ann.pays(anns).get("status").asString()).isEqualTo("paid");
    var declined = bob.pays(bobs);
    assertThat(declined.get("status").asString()).isEqualTo("failed");
    assertThat(declined.get("error").asString()).contains("sold out");
    assertThat(bob.stars()).isEqualTo(1000);
    ann.awaits("CODE-ONE");
    assertThat(shop.said()).doesNotContain("CODE-ONE");
  }

  @Test
  void an_invoice_paid_twice_is_declined_the_second_time() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    ann.pays(invoice);
    ann.awaits("guide.pdf");
    var again = ann.pays(invoice);
    assertThat(again.get("error").asString()).contains("already been paid");
    assertThat(ann.stars()).isEqualTo(950);
  }

  @Test
  void a_strangers_payment_is_declined_and_the_owner_can_still_pay() {
    var ann = box.buyer("Ann", 1000);
    var stranger = box.buyer("Eve", 1000);
    var invoice = ann.asks("/buy");
    var payload = payloadOf(ann);
    var forwarded = box.asBot("createInvoiceLink", Yaml.invoice(payload, "XTR", 50)).asString();
    assertThat(stranger.pays(forwarded).get("error").asString()).contains("somebody else");
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
  }

  @Test
  void an_unknown_order_and_a_wrong_amount_are_declined() {
    var ann = box.buyer("Ann", 100_000);
    ann.asks("/buy");
    var unknown = Yaml.invoice("st:ord_00000000000000000000000000", "XTR", 50);
    assertThat(ann.pays(box.asBot("createInvoiceLink", unknown).asString()).toString())
        .contains("not known");
    var cheap = Yaml.invoice(payloadOf(ann), "XTR", 1);
    assertThat(ann.pays(box.asBot("createInvoiceLink", cheap).asString()).toString())
        .contains("amount");
    var foreign = Yaml.invoice("somebody-elses-code", "XTR", 50);
    assertThat(ann.pays(box.asBot("createInvoiceLink", foreign).asString()).toString())
        .contains("not known");
    assertThat(ann.stars()).isEqualTo(100_000);
  }

  @Test
  void an_update_that_comes_twice_sells_once() {
    box.fault(Map.of("delivery", "successful_payment", "action", "duplicate", "times", 1));
    var ann = box.buyer("Ann", 1000);
    ann.pays(ann.asks("/buy"));
    ann.awaits("guide.pdf");
    box.redeliver(Box.BOT);
    ann.asks("/book");
    assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
    assertThat(shop.database().count("SELECT count(*) FROM charge")).isEqualTo(1);
    assertThat(shop.database().count("SELECT count(*) FROM posting")).isEqualTo(1);
  }

  @Test
  void goods_wait_for_a_buyer_who_blocked_the_bot() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.fault(Map.of("method", "sendMessage", "action", "error", "error_code", 500, "times", 1));
    ann.pays(invoice);
    ann.blocks();
    Until.holds(
        "the goods are parked",
        () -> shop.database().count("SELECT count(*) FROM outbox WHERE state = 'PARKED'") == 1);
    assertThat(Page.of(shop)).contains("The buyer has blocked the bot");
    ann.unblocks();
    ann.says("I am back");
    ann.awaits("guide.pdf");
  }

  @Test
  void telegram_in_trouble_delays_the_goods_and_loses_nothing() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.fault(
        Map.of(
            "method",
            "sendMessage",
            "action",
            "error",
            "error_code",
            429,
            "retry_after",
            1,
            "times",
            1));
    ann.pays(invoice);
    ann.awaits("guide.pdf");
    assertThat(ann.reads()).filteredOn(text -> text.contains("guide.pdf")).hasSize(1);
  }

  @Test
  void sigterm_ends_it_within_five_seconds_and_the_next_start_goes_on() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    assertThat(shop.stop()).isLessThan(5_000);
    shop.startAgain();
    assertThat(ann.pays(invoice).get("status").asString()).isEqualTo("paid");
    ann.awaits("guide.pdf");
  }

  @Test
  void sigterm_ends_it_within_five_seconds_while_telegram_hangs() {
    var ann = box.buyer("Ann", 1000);
    var invoice = ann.asks("/buy");
    box.fault(Map.of("method", "sendMessage", "action", "hang"));
    ann.pays(invoice);
    Until.holds(
        "the goods are on their way",
        () -> shop.database().count("SELECT count(*) FROM outbox WHERE leased = 1") == 1);
    box.fault(Map.of("method", "*", "action", "hang"));
    assertThat(shop.stop()).isLessThan(5_000);
    box.nothingGoesWrong();
    shop.startAgain();
    ann.awaits("guide.pdf");
  }

  private String payloadOf(Buyer buyer) {
    return "st:"
        + shop.database().rows("SELECT id FROM orders WHERE owner = " + buyer.id()).getFirst();
  }
}

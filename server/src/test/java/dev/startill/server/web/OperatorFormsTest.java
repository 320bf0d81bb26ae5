package dev.startill.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.payment.ChargeId;
import dev.startill.payment.Order;
import dev.startill.payment.Standing;
import dev.startill.port.Reply;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator does on the pages, and what nobody else can do. */
class OperatorFormsTest {
  private static final String REFUND = "charge=charge-1&reason=asked+for&sure=yes";

  @TempDir Path folder;

  private Kiosk kiosk;

  @BeforeEach
  void open() {
    kiosk = new Kiosk(folder);
  }

  @AfterEach
  void close() {
    kiosk.close();
  }

  @Test
  void an_order_is_sent_back_and_its_page_tells() throws IOException {
    var order = kiosk.sells();
    kiosk.settles();
    var link = kiosk.page("/orders/" + order).with("Send the Stars back…");
    kiosk.page(hrefOf(link, "/refund")).expect(200).with("are taken back first");
    var next = kiosk.sends("/refund", REFUND).expect(303).header("Location");
    assertThat(next).isEqualTo("/orders/" + order + "?said=refund-requested");
    kiosk.page(next).with("The refund is asked for").with("asked for").with("refunding");
    kiosk.settles();
    kiosk
        .page("/orders/" + order)
        .with("The Stars went back")
        .with("refunded")
        .without("Send the Stars back…");
    kiosk.page(next).with("The refund is asked for");
    kiosk.page("/refund?charge=charge-1").with("These Stars are back with the buyer");
  }

  @Test
  void a_refund_asked_for_twice_says_so_and_is_made_once() throws IOException {
    kiosk.sells();
    kiosk.sends("/refund", REFUND).expect(303);
    kiosk.sends("/refund", REFUND).expect(303).withHeader("Location", "?said=refund-under-way");
  }

  @Test
  void what_telegram_refuses_becomes_a_case_that_can_be_tried_again() throws IOException {
    kiosk.sells();
    kiosk.telegram.refunds = new Reply.Refused(400, "Bad Request: <b>NO</b>");
    kiosk.sends("/refund", REFUND).expect(303);
    kiosk.settles();
    var cases = kiosk.page("/cases").with("Telegram refused a refund").without("<b>NO");
    var one = hrefOf(cases, "/cases/");
    kiosk.page(one).with("&lt;b&gt;NO").with("value=\"refund\"").with("value=\"close\"");
    kiosk.telegram.refunds = new Reply.Done();
    var next = kiosk.sends(one, "how=refund&note=again").expect(303).header("Location");
    kiosk.settles();
    kiosk.page(next).with("The refund is asked for, and the case is closed").with("closed");
    assertThat(standing()).isInstanceOf(Standing.Returned.class);
    kiosk.page("/cases").with("Nothing waits for you");
  }

  @Test
  void a_stray_charge_has_a_page_and_can_be_kept_as_a_sale() throws IOException {
    kiosk.strays("charge-9", "st:ord_01m83dbbvwfg09h0gc0tgk183s");
    kiosk.page("/").with("/refund?charge=charge-9").with("for an order that is not known here");
    var page = kiosk.page("/refund?charge=charge-9").expect(200).with("It bought nothing");
    page.with("Stars came for an order that is not known here").without("OWNERLESS");
    var one = hrefOf(kiosk.page("/cases"), "/cases/");
    var next = kiosk.sends(one, "how=accept&note=a+tip").expect(303).header("Location");
    kiosk.page(next).with("The Stars are a sale now");
    var place = "/refund?charge=charge-9";
    kiosk.page(place).with("kept as a sale by decision").with("a tip");
    kiosk.page("/?q=charge-9").expect(303).withHeader("Location", place);
    kiosk
        .sends("/refund", REFUND.replace("charge-1", "charge-9"))
        .expect(303)
        .withHeader("Location", place + "&said=refund-requested");
  }

  @Test
  void what_cannot_be_done_about_a_case_is_said_and_not_done() throws IOException {
    kiosk.strays("charge-9", "st:ord_01m83dbbvwfg09h0gc0tgk183s");
    var one = hrefOf(kiosk.page("/cases"), "/cases/");
    kiosk.page(one).without("value=\"deliver").without("value=\"close");
    for (var how : List.of("how=deliver", "how=close")) {
      var said = kiosk.sends(one, how).expect(303).header("Location");
      kiosk.page(said).with("That cannot be done about such a case").with("word bad\">open");
    }
    kiosk.sends(one, "how=accept").expect(303);
    var next = kiosk.sends(one, "how=accept").expect(303).header("Location");
    kiosk.page(next).with("It was closed before");
  }

  @Test
  void an_order_is_found_by_its_id_its_charge_and_its_buyer() throws IOException {
    var order = kiosk.sells();
    var place = "/orders/" + order;
    kiosk.page("/?q=" + order).expect(303).withHeader("Location", place);
    kiosk.page("/?q=+charge-1+").expect(303).withHeader("Location", place);
    kiosk.page("/?q=" + Kiosk.ANNA).expect(200).with(place);
    kiosk.page("/?q=1002").expect(200).with("Nothing was found").without(place);
    for (var odd : List.of("%3Cimg%3E", "0", "-1", "99999999999999999999", "%00")) {
      kiosk.page("/?q=" + odd).expect(200).with("Nothing was found").without("<img>");
    }
    kiosk.page("/?q=").expect(200).with(place);
  }

  @Test
  void a_dead_letter_is_sent_again() throws IOException {
    kiosk.sells();
    kiosk.telegram.texts = new Reply.Refused(400, "Bad Request: <i>text</i> is wrong");
    kiosk.settles();
    var outbox = kiosk.page("/outbox").expect(200).with("Hand over the goods").without("<i>text");
    assertThat(outbox.body()).contains("Send all again");
    kiosk.telegram.texts = new Reply.Done();
    var next = kiosk.sends("/outbox", "all=yes").expect(303).header("Location");
    kiosk.page(next).with("1 message leaves once more");
    kiosk.settles();
    kiosk.page("/outbox").with("Nothing was given up");
    assertThat(kiosk.page("/cases").body()).contains("Nothing waits for you");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://evil.example",
        "null",
        "http://localhost:1",
        "http://localhost.evil.example",
        "https://localhost@evil.example",
        "localhost"
      })
  void a_form_from_elsewhere_does_nothing(String origin) throws IOException {
    kiosk.sells();
    kiosk.form("/refund", REFUND).header("Origin", origin).sentTo(kiosk.port()).expect(403);
    kiosk.form("/refund", REFUND).sentTo(kiosk.port()).expect(403);
    assertThat(standing()).isInstanceOf(Standing.Kept.class);
  }

  @Test
  void without_the_key_no_form_does_anything() throws IOException {
    kiosk.sells();
    for (var path : new String[] {"/refund", "/outbox", "/cases/x", "/"}) {
      Scenario.post(path, REFUND)
          .header("Origin", "http://localhost")
          .sentTo(kiosk.port())
          .expect(401)
          .without(kiosk.key.value());
    }
    assertThat(standing()).isInstanceOf(Standing.Kept.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "charge=charge-1&reason=x",
        "charge=charge-1&sure=yes",
        "charge=&reason=x&sure=yes",
        "%zz=1",
        "charge=charge-1&reason=%20&sure=yes"
      })
  void a_form_that_is_not_whole_does_nothing(String form) throws IOException {
    kiosk.sells();
    kiosk.sends("/refund", form).expect(400).with("Nothing was done");
    assertThat(standing()).isInstanceOf(Standing.Kept.class);
  }

  @Test
  void forms_that_are_none_of_ours_are_refused() throws IOException {
    kiosk.sends("/nothing", "x=1").expect(400);
    kiosk.sends("/cases/case_x", "how=magic").expect(400);
    kiosk.sends("/outbox", "message=nonsense").expect(400);
    kiosk.sends("/refund", "x=" + "y".repeat(20_000)).expect(400);
    kiosk.sends("/cases/case_x", "how=close").expect(303).withHeader("Location", "unknown");
    kiosk.page("/cases/case_x").expect(404);
    kiosk.page("/refund?charge=nobody").expect(404);
    kiosk.page("/refund").expect(404);
  }

  @Test
  void no_link_puts_words_into_the_pages_mouth() throws IOException {
    for (var code : new String[] {"<b>hi</b>", "refund-nonsense", "case-done-", "outbox-1-x"}) {
      var said = URLEncoder.encode(code, StandardCharsets.UTF_8);
      assertThat(kiosk.page("/cases?said=" + said).expect(200).body())
          .doesNotContain("class=\"said", "hi</b>");
    }
  }

  private Standing standing() {
    return kiosk
        .store
        .charge(new ChargeId("charge-1"))
        .map(home -> ((Order.Paid) home).charge().standing())
        .orElseThrow();
  }

  private static String hrefOf(Scenario.Reply page, String start) {
    var found = Pattern.compile("href=\"(" + start + "[^\"]+)\"").matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1).replace("&amp;", "&");
  }
}

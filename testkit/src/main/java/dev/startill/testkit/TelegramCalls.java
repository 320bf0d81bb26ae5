package dev.startill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.catalog.Delivery;
import dev.startill.payment.Answer;
import dev.startill.port.Reply;
import dev.startill.port.TelegramException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call says. */
abstract class TelegramCalls extends TelegramScene {
  @Test
  void an_invoice_has_one_price_in_stars_and_nothing_that_stars_forbid() {
    assertThat(telegram().sendInvoice(ANN, COFFEE)).isInstanceOf(Reply.Done.class);
    var sent = api.only("sendInvoice").parameters();
    assertThat(sent)
        .containsEntry("chat_id", "777000111")
        .containsEntry("title", "Coffee")
        .containsEntry("description", "A cup of it")
        .containsEntry("payload", "st:" + ORDER)
        .containsEntry("currency", "XTR")
        .doesNotContainKeys("start_parameter", "max_tip_amount", "suggested_tip_amounts");
    assertThat(sent.getOrDefault("prices", "").replace(" ", ""))
        .isIn("[{\"label\":\"Coffee\",\"amount\":50}]", "[{\"amount\":50,\"label\":\"Coffee\"}]");
    assertThat(sent.getOrDefault("provider_token", "")).isEmpty();
  }

  @Test
  void a_link_comes_back() {
    api.on("createInvoiceLink", ScriptedBotApi.result("\"https://t.me/$AbCdEf\""));
    assertThat(telegram().createInvoiceLink(COFFEE)).isEqualTo(URI.create("https://t.me/$AbCdEf"));
    assertThat(api.only("createInvoiceLink").parameters()).doesNotContainKey("chat_id");
  }

  @Test
  void no_link_is_an_exception_that_says_why() {
    api.onAll(ScriptedBotApi.tooMany(5));
    assertThatThrownBy(() -> telegram().createInvoiceLink(COFFEE))
        .isInstanceOfSatisfying(
            TelegramException.class,
            e -> assertThat(e.retryAfter()).contains(Duration.ofSeconds(5)));
  }

  @Test
  void approval_says_ok() {
    telegram().answer(APPROVAL);
    assertThat(api.only("answerPreCheckoutQuery").parameters())
        .containsEntry("pre_checkout_query_id", CHECKOUT.value())
        .containsEntry("ok", "true");
  }

  @Test
  void a_decline_says_why() {
    telegram().answer(new Answer.Decline(CHECKOUT, Answer.Reason.SOLD_OUT));
    assertThat(api.only("answerPreCheckoutQuery").parameters())
        .containsEntry("ok", "false")
        .containsEntry("error_message", "Sorry, this is sold out.");
  }

  @Test
  void a_text_is_plain_and_stays_as_it_is() {
    var odd = "<b>\u0000\"'; DROP TABLE x;-- \\ \n \uD83D\uDE00";
    telegram().sendText(ANN, odd);
    assertThat(api.only("sendMessage").parameters())
        .containsEntry("text", odd)
        .doesNotContainKey("parse_mode");
  }

  @Test
  void a_text_that_is_too_long_is_refused_and_never_cut() {
    var longest = "\uD83D\uDE00".repeat(4096);
    assertThat(telegram().sendText(ANN, longest)).isInstanceOf(Reply.Done.class);
    assertThat(api.only("sendMessage").parameters()).containsEntry("text", longest);
    assertThat(telegram().sendText(ANN, longest + "x"))
        .isInstanceOfSatisfying(Reply.Refused.class, TelegramCalls::isTooLong);
    assertThat(api.calls("sendMessage")).hasSize(1);
  }

  @Test
  void a_caption_that_is_too_long_is_refused_and_never_cut() {
    var file = new Delivery.File("https://shop.example/guide.pdf");
    assertThat(telegram().sendFile(ANN, file, "x".repeat(1025)))
        .isInstanceOfSatisfying(Reply.Refused.class, TelegramCalls::isTooLong);
    assertThat(api.calls("sendDocument")).isEmpty();
  }

  private static void isTooLong(Reply.Refused refused) {
    assertThat(refused.code()).isEqualTo(400);
    assertThat(refused.description()).contains("longer than", "characters");
  }

  @Test
  void half_a_surrogate_pair_does_not_keep_a_text_back() {
    assertThat(telegram().sendText(ANN, "a\uD83Db")).isInstanceOf(Reply.Done.class);
    assertThat(api.only("sendMessage").parameters().getOrDefault("text", ""))
        .startsWith("a")
        .endsWith("b");
  }

  @Test
  void a_url_is_passed_on() {
    telegram().sendFile(ANN, new Delivery.File("https://shop.example/guide.pdf"), "Your guide");
    assertThat(api.only("sendDocument").parameters())
        .containsEntry("document", "https://shop.example/guide.pdf")
        .containsEntry("caption", "Your guide");
  }

  @Test
  void a_file_is_uploaded(@TempDir Path dir) throws IOException {
    var guide = Files.writeString(dir.resolve("guide.txt"), "page\n".repeat(50_000));
    var reply = telegram().sendFile(ANN, new Delivery.File(guide.toString()), "x".repeat(1024));
    assertThat(reply).isInstanceOf(Reply.Done.class);
    var sent = api.only("sendDocument").parameters();
    assertThat(sent)
        .containsEntry("chat_id", "777000111")
        .containsEntry("document", Files.readString(guide))
        .containsEntry("document.filename", "guide.txt");
    assertThat(sent.get("caption")).hasSize(1024);
  }

  @Test
  void a_file_that_is_not_there_is_unsent() {
    assertThat(telegram().sendFile(ANN, new Delivery.File("/no/such/file"), "Your guide"))
        .isInstanceOf(Reply.Unsent.class);
  }

  @Test
  void what_is_absent_is_absent_and_never_null() {
    var telegram = telegram();
    telegram.sendInvoice(ANN, COFFEE);
    telegram.sendText(ANN, "hello");
    telegram.sendFile(ANN, new Delivery.File("https://shop.example/guide.pdf"), "");
    telegram.answer(APPROVAL);
    api.on("createInvoiceLink", ScriptedBotApi.result("\"https://t.me/$AbCdEf\""));
    telegram.createInvoiceLink(COFFEE);
    assertThat(Stream.of("sendInvoice", "sendMessage", "sendDocument", "createInvoiceLink"))
        .allSatisfy(
            method ->
                assertThat(api.only(method).parameters().values())
                    .noneMatch(value -> value.equals("null") || value.contains(":null")));
    assertThat(api.only("answerPreCheckoutQuery").parameters()).doesNotContainValue("null");
  }
}

package dev.startill.acceptance.clients.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.MessageEntity;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.GetWebhookInfo;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.request.SetWebhook;
import dev.startill.acceptance.clients.Buyer;
import dev.startill.acceptance.clients.Goods;
import dev.startill.acceptance.clients.Telegram;
import dev.startill.sandbox.Sandbox;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the sandbox sends is what pengrad's model expects, field by field. */
class ModelsTest {
  private static final long BOT = 700_000_044;
  private static final String TOKEN = BOT + ":AAF-a_token_of_a_shop_in_a_test_0123";

  private Sandbox sandbox;
  private Telegram telegram;
  private TelegramBot bot;
  private Buyer ann;

  @BeforeEach
  void start() {
    sandbox = Sandbox.builder().local(true).start();
    telegram = new Telegram(sandbox.url());
    bot = new TelegramBot.Builder(TOKEN).apiUrl(sandbox.url() + "/bot").build();
    bot.execute(new GetMe());
    ann = telegram.buyer("Ann", 120);
    ann.says("/start", BOT);
  }

  @AfterEach
  void stop() {
    bot.shutdown();
    sandbox.close();
  }

  @Test
  void the_bot_itself() {
    var me = bot.execute(new GetMe()).user();

    assertThat(me.id()).isEqualTo(BOT);
    assertThat(me.isBot()).isTrue();
    assertThat(me.firstName()).isNotEmpty();
    assertThat(me.username()).endsWithIgnoringCase("bot");
    assertThat(me.canJoinGroups()).isNotNull();
    assertThat(me.canReadAllGroupMessages()).isNotNull();
    assertThat(me.supportsInlineQueries()).isNotNull();
    assertThat(me.canConnectToBusiness()).isNotNull();
    assertThat(me.hasMainWebApp()).isNotNull();
  }

  @Test
  void a_command_that_somebody_writes() {
    var message = next(0).message();

    assertThat(message.messageId()).isPositive();
    assertThat(message.date()).isPositive();
    assertThat(message.text()).isEqualTo("/start");
    assertThat(message.from().id()).isEqualTo(ann.id());
    assertThat(message.from().isBot()).isFalse();
    assertThat(message.from().firstName()).isEqualTo("Ann");
    assertThat(message.from().languageCode()).isEqualTo("en");
    assertThat(message.chat().id()).isEqualTo(ann.id());
    assertThat(message.chat().type()).isEqualTo(Chat.Type.Private);
    assertThat(message.chat().firstName()).isEqualTo("Ann");
    assertThat(message.entities())
        .containsExactly(new MessageEntity(MessageEntity.Type.bot_command, 0, 6));
  }

  @Test
  void an_invoice_that_was_sent() {
    var message = bot.execute(invoice()).message();

    assertThat(message.from().id()).isEqualTo(BOT);
    assertThat(message.from().isBot()).isTrue();
    assertThat(message.chat().id()).isEqualTo(ann.id());
    assertThat(message.invoice().title()).isEqualTo(Goods.GUIDE);
    assertThat(message.invoice().description()).isEqualTo("Read it");
    assertThat(message.invoice().startParameter()).isEmpty();
    assertThat(message.invoice().currency()).isEqualTo("XTR");
    assertThat(message.invoice().totalAmount()).isEqualTo(Goods.PRICE);
    assertThat(message.replyMarkup().inlineKeyboard()[0][0].isPay()).isTrue();
  }

  @Test
  void a_checkout_and_its_payment() {
    int read = next(0).updateId();
    bot.execute(invoice());
    var receipt = ann.beginsToPay(ann.invoice(BOT, Goods.GUIDE), BOT);
    var asked = next(read + 1);
    var query = asked.preCheckoutQuery();
    assertThat(query.id()).matches("\\d+");
    assertThat(query.from().id()).isEqualTo(ann.id());
    assertThat(query.currency()).isEqualTo("XTR");
    assertThat(query.totalAmount()).isEqualTo(Goods.PRICE);
    assertThat(query.invoicePayload()).isEqualTo("guide");
    bot.execute(new AnswerPreCheckoutQuery(query.id()));

    var message = next(asked.updateId() + 1).message();
    assertThat(message.from().id()).isEqualTo(ann.id());
    assertThat(message.replyToMessage()).isNull();
    var payment = message.successfulPayment();
    assertThat(payment.currency()).isEqualTo("XTR");
    assertThat(payment.totalAmount()).isEqualTo(Goods.PRICE);
    assertThat(payment.invoicePayload()).isEqualTo("guide");
    assertThat(payment.telegramPaymentChargeId())
        .isEqualTo(receipt.join().chargeId())
        .hasSizeGreaterThanOrEqualTo(130);
    assertThat(payment.providerPaymentChargeId()).startsWith(ann.id() + "_");
    assertThat(payment.isRecurring()).isNull();
    assertThat(payment.orderInfo()).isNull();
  }

  @Test
  void a_document_that_was_uploaded_and_one_sent_again() {
    var sent =
        bot.execute(
                new SendDocument(ann.id(), Goods.file())
                    .fileName("größe 1.pdf")
                    .contentType("application/pdf")
                    .caption("Enjoy!"))
            .message();
    assertThat(sent.caption()).isEqualTo("Enjoy!");
    assertThat(sent.document().fileName()).isEqualTo("größe 1.pdf");
    assertThat(sent.document().mimeType()).isEqualTo("application/pdf");
    assertThat(sent.document().fileSize()).isEqualTo(Goods.file().length);
    assertThat(sent.document().fileUniqueId()).isNotEmpty();

    var again = bot.execute(new SendDocument(ann.id(), sent.document().fileId())).message();
    assertThat(again.document()).isEqualTo(sent.document());
  }

  @Test
  void the_webhook() {
    var none = bot.execute(new GetWebhookInfo()).webhookInfo();
    assertThat(none.url()).isEmpty();
    assertThat(none.hasCustomCertificate()).isFalse();
    assertThat(none.pendingUpdateCount()).isEqualTo(1);
    bot.execute(
        new SetWebhook()
            .url("http://127.0.0.1:9/nobody-listens")
            .maxConnections(7)
            .allowedUpdates("message", "pre_checkout_query"));

    var set = bot.execute(new GetWebhookInfo()).webhookInfo();
    assertThat(set.url()).isEqualTo("http://127.0.0.1:9/nobody-listens");
    assertThat(set.maxConnections()).isEqualTo(7);
    assertThat(set.allowedUpdates()).containsExactlyInAnyOrder("message", "pre_checkout_query");
  }

  private SendInvoice invoice() {
    return new SendInvoice(
        ann.id(),
        Goods.GUIDE,
        "Read it",
        "guide",
        "XTR",
        List.of(new LabeledPrice(Goods.GUIDE, Goods.PRICE)));
  }

  private Update next(int offset) {
    return bot.execute(new GetUpdates().offset(offset).timeout(10)).updates().getFirst();
  }
}

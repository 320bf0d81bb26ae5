package dev.startill.acceptance.clients.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.acceptance.clients.Buyer;
import dev.startill.acceptance.clients.Goods;
import dev.startill.acceptance.clients.Telegram;
import dev.startill.sandbox.Sandbox;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.invoices.SendInvoice;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What the sandbox sends is what TelegramBots' model expects, field by field. */
class ModelsTest {
  private static final long BOT = 700_000_044;
  private static final String TOKEN = BOT + ":AAF-a_token_of_a_shop_in_a_test_0123";

  private Sandbox sandbox;
  private Telegram telegram;
  private OkHttpTelegramClient bot;
  private Buyer ann;

  @BeforeEach
  void start() throws TelegramApiException {
    sandbox = Sandbox.builder().local(true).start();
    telegram = new Telegram(sandbox.url());
    bot = new OkHttpTelegramClient(TOKEN, Address.of(sandbox.url().toString()));
    bot.execute(new GetMe());
    ann = telegram.buyer("Ann", 120);
    ann.says("/start", BOT);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void the_bot_itself() throws TelegramApiException {
    var me = bot.execute(new GetMe());

    assertThat(me.getId()).isEqualTo(BOT);
    assertThat(me.getIsBot()).isTrue();
    assertThat(me.getFirstName()).isNotEmpty();
    assertThat(me.getUserName()).endsWithIgnoringCase("bot");
    assertThat(me.getCanJoinGroups()).isNotNull();
    assertThat(me.getCanReadAllGroupMessages()).isNotNull();
    assertThat(me.getSupportInlineQueries()).isNotNull();
    assertThat(me.getCanConnectToBusiness()).isNotNull();
    assertThat(me.getHasMainWebApp()).isNotNull();
  }

  @Test
  void a_command_that_somebody_writes() throws TelegramApiException {
    var message = next(0).getMessage();

    assertThat(message.getMessageId()).isPositive();
    assertThat(message.getDate()).isPositive();
    assertThat(message.getText()).isEqualTo("/start");
    assertThat(message.getFrom().getId()).isEqualTo(ann.id());
    assertThat(message.getFrom().getIsBot()).isFalse();
    assertThat(message.getFrom().getLanguageCode()).isEqualTo("en");
    assertThat(message.isUserMessage()).isTrue();
    assertThat(message.getChat().getFirstName()).isEqualTo("Ann");
    var entity = message.getEntities().getFirst();
    assertThat(entity.getType()).isEqualTo("bot_command");
    assertThat(entity.getOffset()).isZero();
    assertThat(entity.getLength()).isEqualTo("/start".length());
  }

  @Test
  void an_invoice_that_was_sent() throws TelegramApiException {
    var message = bot.execute(invoice());

    assertThat(message.getFrom().getId()).isEqualTo(BOT);
    assertThat(message.getFrom().getIsBot()).isTrue();
    assertThat(message.getChatId()).isEqualTo(ann.id());
    assertThat(message.getInvoice().getTitle()).isEqualTo(Goods.GUIDE);
    assertThat(message.getInvoice().getDescription()).isEqualTo("Read it");
    assertThat(message.getInvoice().getStartParameter()).isEmpty();
    assertThat(message.getInvoice().getCurrency()).isEqualTo("XTR");
    assertThat(message.getInvoice().getTotalAmount()).isEqualTo(Goods.PRICE);
    var button = message.getReplyMarkup().getKeyboard().getFirst().getFirst();
    assertThat(button.getPay()).isTrue();
  }

  @Test
  void a_checkout_and_its_payment() throws TelegramApiException {
    int read = next(0).getUpdateId();
    bot.execute(invoice());
    var receipt = ann.beginsToPay(ann.invoice(BOT, Goods.GUIDE), BOT);
    var asked = next(read + 1);
    var query = asked.getPreCheckoutQuery();
    assertThat(query.getId()).matches("\\d+");
    assertThat(query.getFrom().getId()).isEqualTo(ann.id());
    assertThat(query.getCurrency()).isEqualTo("XTR");
    assertThat(query.getTotalAmount()).isEqualTo(Goods.PRICE);
    assertThat(query.getInvoicePayload()).isEqualTo("guide");
    bot.execute(
        AnswerPreCheckoutQuery.builder().preCheckoutQueryId(query.getId()).ok(true).build());

    var message = next(asked.getUpdateId() + 1).getMessage();
    assertThat(message.getFrom().getId()).isEqualTo(ann.id());
    assertThat(message.getReplyToMessage()).isNull();
    var payment = message.getSuccessfulPayment();
    assertThat(payment.getCurrency()).isEqualTo("XTR");
    assertThat(payment.getTotalAmount()).isEqualTo(Goods.PRICE);
    assertThat(payment.getInvoicePayload()).isEqualTo("guide");
    assertThat(payment.getTelegramPaymentChargeId())
        .isEqualTo(receipt.join().chargeId())
        .hasSizeGreaterThanOrEqualTo(130);
    assertThat(payment.getProviderPaymentChargeId()).startsWith(ann.id() + "_");
    assertThat(payment.getIsRecurring()).isNull();
    assertThat(payment.getOrderInfo()).isNull();
  }

  @Test
  void a_document_that_was_uploaded_and_one_sent_again() throws TelegramApiException {
    var file = new InputFile(new ByteArrayInputStream(Goods.file()), "größe 1.pdf");
    var sent = bot.execute(document(file).caption("Enjoy!").build());
    assertThat(sent.getCaption()).isEqualTo("Enjoy!");
    assertThat(sent.getDocument().getFileName()).isEqualTo("größe 1.pdf");
    assertThat(sent.getDocument().getFileSize()).isEqualTo(Goods.file().length);
    assertThat(sent.getDocument().getFileUniqueId()).isNotEmpty();

    var again = bot.execute(document(new InputFile(sent.getDocument().getFileId())).build());
    assertThat(again.getDocument()).isEqualTo(sent.getDocument());
  }

  @Test
  void the_webhook() throws TelegramApiException {
    var none = bot.execute(new GetWebhookInfo());
    assertThat(none.getUrl()).isEmpty();
    assertThat(none.getHasCustomCertificate()).isFalse();
    assertThat(none.getPendingUpdatesCount()).isEqualTo(1);
    bot.execute(
        SetWebhook.builder()
            .url("http://127.0.0.1:9/nobody-listens")
            .maxConnections(7)
            .allowedUpdate("message")
            .allowedUpdate("pre_checkout_query")
            .build());

    var set = bot.execute(new GetWebhookInfo());
    assertThat(set.getUrl()).isEqualTo("http://127.0.0.1:9/nobody-listens");
    assertThat(set.getMaxConnections()).isEqualTo(7);
    assertThat(set.getAllowedUpdates()).containsExactlyInAnyOrder("message", "pre_checkout_query");
  }

  private SendInvoice invoice() {
    return SendInvoice.builder()
        .chatId(ann.id())
        .title(Goods.GUIDE)
        .description("Read it")
        .payload("guide")
        .currency("XTR")
        .price(new LabeledPrice(Goods.GUIDE, Goods.PRICE))
        .build();
  }

  private SendDocument.SendDocumentBuilder<?, ?> document(InputFile file) {
    return SendDocument.builder().chatId(ann.id()).document(file);
  }

  private Update next(int offset) throws TelegramApiException {
    return bot.execute(GetUpdates.builder().offset(offset).timeout(5).build()).getFirst();
  }
}

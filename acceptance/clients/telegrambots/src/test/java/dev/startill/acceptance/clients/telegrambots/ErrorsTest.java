package dev.startill.acceptance.clients.telegrambots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.startill.acceptance.clients.Telegram;
import dev.startill.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.invoices.CreateInvoiceLink;
import org.telegram.telegrambots.meta.api.methods.send.SendGame;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** Telegram's refusals as TelegramBots' users see them: an exception with code and words. */
class ErrorsTest {
  private static final long BOT = 700_000_043;
  private static final String TOKEN = BOT + ":AAF-a_token_of_a_shop_in_a_test_0123";

  private Sandbox sandbox;
  private Telegram telegram;
  private OkHttpTelegramClient bot;

  @BeforeEach
  void start() throws TelegramApiException {
    sandbox = Sandbox.start();
    telegram = new Telegram(sandbox.url());
    bot = new OkHttpTelegramClient(TOKEN, Address.of(sandbox.url().toString()));
    bot.execute(new GetMe());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_query_that_is_gone_is_a_bad_request() {
    assertRefused(
        AnswerPreCheckoutQuery.builder().preCheckoutQueryId("1").ok(true).build(),
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid");
  }

  @Test
  void a_price_of_nothing_is_a_bad_request() {
    assertRefused(
        CreateInvoiceLink.builder()
            .title("Air")
            .description("Fresh")
            .payload("air")
            .currency("XTR")
            .price(new LabeledPrice("Air", 0))
            .build(),
        400,
        "Bad Request: total price must be positive");
  }

  @Test
  void a_chat_that_does_not_exist_is_a_bad_request() {
    assertRefused(words(4_000_000_000L, "anybody there?"), 400, "Bad Request: chat not found");
  }

  @Test
  void a_buyer_who_blocked_the_bot_is_forbidden_ground() throws TelegramApiException {
    var ann = telegram.buyer("Ann", 0);
    ann.says("/start", BOT);
    assertThat(bot.execute(words(ann.id(), "hello")).getText()).isEqualTo("hello");
    ann.blocks(BOT);

    assertRefused(words(ann.id(), "hello?"), 403, "Forbidden: bot was blocked by the user");
  }

  @Test
  void a_live_token_is_unauthorized_in_the_test_environment() {
    var stranger = new OkHttpTelegramClient(TOKEN, Address.testOf(sandbox.url().toString()));

    var refusal = refusal(stranger, new GetMe());
    assertThat(refusal.getErrorCode()).isEqualTo(401);
    assertThat(refusal.getApiResponse()).isEqualTo("Unauthorized");
  }

  @Test
  void a_flood_tells_how_long_to_wait_and_has_no_effect() throws TelegramApiException {
    var ann = telegram.buyer("Ann", 0);
    ann.says("/start", BOT);
    telegram.floodsOnce("sendMessage", 7);
    var refusal = refusal(bot, words(ann.id(), "too fast"));

    assertThat(refusal.getErrorCode()).isEqualTo(429);
    assertThat(refusal.getApiResponse()).isEqualTo("Too Many Requests: retry after 7");
    assertThat(refusal.getParameters().getRetryAfter()).isEqualTo(7);
    assertThat(ann.timesRead(BOT, "too fast")).isZero();
    assertThat(bot.execute(words(ann.id(), "slower")).getText()).isEqualTo("slower");
  }

  @Test
  void a_method_that_is_not_emulated_is_never_a_fake_success() {
    var ann = telegram.buyer("Ann", 0);
    var game = SendGame.builder().chatId(ann.id()).gameShortName("chess").build();
    var refusal = refusal(bot, game);

    assertThat(refusal.getErrorCode()).isEqualTo(501);
    assertThat(refusal.getApiResponse()).containsIgnoringCase("sendGame");
  }

  private void assertRefused(BotApiMethod<?> method, int code, String words) {
    var refusal = refusal(bot, method);
    assertThat(refusal.getErrorCode()).isEqualTo(code);
    assertThat(refusal.getApiResponse()).isEqualTo(words);
  }

  private static TelegramApiRequestException refusal(
      OkHttpTelegramClient client, BotApiMethod<?> method) {
    return catchThrowableOfType(TelegramApiRequestException.class, () -> client.execute(method));
  }

  private static SendMessage words(long chat, String text) {
    return SendMessage.builder().chatId(chat).text(text).build();
  }
}

package dev.startill.acceptance.clients.pengrad;

import static org.assertj.core.api.Assertions.assertThat;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.CreateInvoiceLink;
import com.pengrad.telegrambot.request.GetMe;
import com.pengrad.telegrambot.request.SendGame;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.response.BaseResponse;
import dev.startill.acceptance.clients.Telegram;
import dev.startill.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Telegram's refusals as pengrad's users see them: a response that is not ok. */
class ErrorsTest {
  private static final long BOT = 700_000_043;
  private static final String TOKEN = BOT + ":AAF-a_token_of_a_shop_in_a_test_0123";

  private Sandbox sandbox;
  private Telegram telegram;
  private TelegramBot bot;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    telegram = new Telegram(sandbox.url());
    bot = bot(false);
    bot.execute(new GetMe());
  }

  @AfterEach
  void stop() {
    bot.shutdown();
    sandbox.close();
  }

  @Test
  void a_query_that_is_gone_is_a_bad_request() {
    assertRefused(
        bot.execute(new AnswerPreCheckoutQuery("1")),
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid");
  }

  @Test
  void a_price_of_nothing_is_a_bad_request() {
    assertRefused(
        bot.execute(
            new CreateInvoiceLink("Air", "Fresh", "air", "XTR", new LabeledPrice("Air", 0))),
        400,
        "Bad Request: total price must be positive");
  }

  @Test
  void a_chat_that_does_not_exist_is_a_bad_request() {
    assertRefused(
        bot.execute(new SendMessage(4_000_000_000L, "anybody there?")),
        400,
        "Bad Request: chat not found");
  }

  @Test
  void a_buyer_who_blocked_the_bot_is_forbidden_ground() {
    var ann = telegram.buyer("Ann", 0);
    ann.says("/start", BOT);
    assertThat(bot.execute(new SendMessage(ann.id(), "hello")).isOk()).isTrue();
    ann.blocks(BOT);

    assertRefused(
        bot.execute(new SendMessage(ann.id(), "hello?")),
        403,
        "Forbidden: bot was blocked by the user");
  }

  @Test
  void a_live_token_is_unauthorized_in_the_test_environment() {
    var stranger = bot(true);

    assertRefused(stranger.execute(new GetMe()), 401, "Unauthorized");
    stranger.shutdown();
  }

  @Test
  void a_flood_tells_how_long_to_wait_and_has_no_effect() {
    var ann = telegram.buyer("Ann", 0);
    ann.says("/start", BOT);
    telegram.floodsOnce("sendMessage", 7);
    var refused = bot.execute(new SendMessage(ann.id(), "too fast"));

    assertRefused(refused, 429, "Too Many Requests: retry after 7");
    assertThat(refused.parameters().retryAfter()).isEqualTo(7);
    assertThat(ann.timesRead(BOT, "too fast")).isZero();
    assertThat(bot.execute(new SendMessage(ann.id(), "slower")).isOk()).isTrue();
  }

  @Test
  void a_method_that_is_not_emulated_is_never_a_fake_success() {
    var refused = bot.execute(new SendGame(telegram.buyer("Ann", 0).id(), "chess"));

    assertThat(refused.isOk()).isFalse();
    assertThat(refused.errorCode()).isEqualTo(501);
    assertThat(refused.description()).containsIgnoringCase("sendGame");
  }

  private TelegramBot bot(boolean test) {
    return new TelegramBot.Builder(TOKEN)
        .apiUrl(sandbox.url() + "/bot")
        .useTestServer(test)
        .build();
  }

  private static void assertRefused(BaseResponse response, int code, String words) {
    assertThat(response.isOk()).isFalse();
    assertThat(response.errorCode()).isEqualTo(code);
    assertThat(response.description()).isEqualTo(words);
  }
}

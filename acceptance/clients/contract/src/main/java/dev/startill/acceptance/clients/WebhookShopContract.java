package dev.startill.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What holds besides for a bot that has its updates posted. */
public abstract class WebhookShopContract extends ShopContract {
  /** The secret that the bot gives to setWebhook. */
  protected static final String SECRET = "a-secret_of-the-shop";

  @Test
  void a_post_without_the_secret_is_not_believed() {
    var webhook = telegram().webhookOf(TOKEN);
    var forged =
        """
        {"update_id":1,"message":{"message_id":1,"date":1,"text":"/say forged",
        "entities":[{"type":"bot_command","offset":0,"length":4}],
        "chat":{"id":%1$d,"type":"private","first_name":"Ann"},
        "from":{"id":%1$d,"is_bot":false,"first_name":"Ann"}}}"""
            .formatted(ann().id());

    assertThat(telegram().forge(webhook, forged, "a-secret_of-the-shoq")).isBetween(400, 499);
    assertThat(telegram().forge(webhook, forged, "")).isBetween(400, 499);
    ann().says("/say genuine", BOT);
    ann().reads(BOT, "genuine");
    assertThat(ann().timesRead(BOT, "forged")).isZero();
  }
}

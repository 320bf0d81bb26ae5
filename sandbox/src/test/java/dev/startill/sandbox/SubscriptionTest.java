package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Subscriptions on the wire: what the buyer does, what the bot reads and calls. */
class SubscriptionTest extends SandboxTest {
  private static final long PERIOD = 2_592_000;

  private long ann;
  private String link;

  @BeforeEach
  void meet() {
    ann = bot.user("Ann", 1_000);
    link = bot.ok("createInvoiceLink", club()).asString();
  }

  @Test
  void the_first_payment_and_the_renewal_say_what_they_are_in_the_servers_order() {
    var json = subscribe();
    var first = bot.next("message").path("successful_payment");
    assertThat(first.propertyNames())
        .containsExactly(
            "currency",
            "total_amount",
            "invoice_payload",
            "telegram_payment_charge_id",
            "provider_payment_charge_id",
            "is_recurring",
            "is_first_recurring",
            "subscription_expiration_date");
    long until = first.path("subscription_expiration_date").asLong();
    var charge = first.path("telegram_payment_charge_id").asString();
    assertThat(json.path("charge_id").asString()).isEqualTo(charge);
    assertThat(json.at("/subscription/renews").asLong()).isEqualTo(until);

    sandbox.clock().advance(Duration.ofDays(30));
    var message = bot.next("message");
    assertThat(message.path("date").asLong()).isEqualTo(until);
    assertThat(message.at("/from/id").asLong()).isEqualTo(ann);
    var renewal = message.path("successful_payment");
    assertThat(renewal.path("invoice_payload").asString()).isEqualTo("sub_1");
    assertThat(renewal.path("is_recurring").asBoolean()).isTrue();
    assertThat(renewal.has("is_first_recurring")).isFalse();
    assertThat(renewal.path("subscription_expiration_date").asLong()).isEqualTo(until + PERIOD);
    assertThat(renewal.path("telegram_payment_charge_id").asString()).isNotEqualTo(charge);
    assertThat(bot.stars(ann)).isEqualTo(900);
  }

  @Test
  void the_buyer_sees_cancels_and_restores_it_and_the_bot_is_told() {
    long id = subscribe().at("/subscription/id").asLong();
    var seen = bot.get(path("")).json().path(0);
    assertThat(seen.propertyNames())
        .containsExactly(
            "id",
            "user",
            "bot",
            "title",
            "description",
            "payload",
            "stars",
            "period",
            "state",
            "renews",
            "charges");
    assertThat(seen.at("/bot/id").asLong()).isEqualTo(Client.BOT);
    assertThat(seen.path("state").asString()).isEqualTo("active");

    var canceled = bot.post(path("/" + id + "/cancel"), "{}");
    assertThat(canceled.json().path("state").asString()).isEqualTo("canceled");
    assertThat(canceled.json().path("expires").asLong()).isEqualTo(seen.path("renews").asLong());
    var update = bot.next("subscription");
    assertThat(update.propertyNames()).containsExactly("user", "invoice_payload", "state");
    assertThat(update.at("/user/id").asLong()).isEqualTo(ann);
    assertThat(update.path("invoice_payload").asString()).isEqualTo("sub_1");
    assertThat(update.path("state").asString()).isEqualTo("canceled");

    assertThat(bot.post(path("/" + id + "/restore"), "{}").status()).isEqualTo(200);
    assertThat(bot.next("subscription").path("state").asString()).isEqualTo("active");
    assertThat(bot.get(path("/" + id)).json().path("state").asString()).isEqualTo("active");
    assertThat(bot.post(path("/" + id + "/restore"), "{}").json().path("error").asString())
        .isEqualTo("Bad Request: the subscription is not canceled");
  }

  @Test
  void a_renewal_without_stars_fails_and_the_bot_is_told() {
    subscribe();
    bot.ok("getUpdates", "{\"offset\":-1}");
    drain();
    sandbox.clock().advance(Duration.ofDays(30));
    assertThat(bot.next("subscription").path("state").asString()).isEqualTo("failed");
    assertThat(bot.get(path("")).json().at("/0/state").asString()).isEqualTo("failed");
  }

  @Test
  void a_bot_ends_it_by_the_first_charge_and_a_buyer_cannot_undo_that() {
    var json = subscribe();
    var charge = json.path("charge_id").asString();
    long id = json.at("/subscription/id").asLong();
    bot.ok("editUserStarSubscription", edit(ann, charge, true));
    assertThat(bot.post(path("/" + id + "/restore"), "{}").status()).isEqualTo(400);
    bot.ok("editUserStarSubscription", edit(ann, charge, false));
    assertThat(bot.post(path("/" + id + "/restore"), "{}").status()).isEqualTo(200);
    assertThat(bot.call("editUserStarSubscription", "{}").description())
        .isEqualTo("Bad Request: invalid user_id specified");
    assertThat(bot.call("editUserStarSubscription", edit(ann, "", true)).description())
        .isEqualTo("Bad Request: CHARGE_ID_INVALID");
    assertThat(bot.call("editUserStarSubscription", edit(ann, "stxNone", true)).description())
        .isEqualTo("Bad Request: CHARGE_ID_INVALID");
    assertThat(bot.call("editUserStarSubscription", edit(5, charge, true)).description())
        .isEqualTo("Bad Request: USER_ID_INVALID");
  }

  @Test
  void the_books_of_both_sides_name_the_period() {
    subscribe();
    var line = bot.ok("getStarTransactions", "{}").at("/transactions/0");
    assertThat(line.propertyNames()).containsExactly("id", "date", "source", "amount");
    assertThat(line.path("source").propertyNames())
        .containsExactly(
            "transaction_type", "type", "user", "invoice_payload", "subscription_period");
    assertThat(line.at("/source/subscription_period").asLong()).isEqualTo(PERIOD);
    var mine = bot.get("/sandbox/users/" + ann + "/transactions").json();
    assertThat(mine).hasSize(2);
    assertThat(mine.at("/0/source/type").asString()).isEqualTo("store");
    assertThat(mine.at("/1/receiver/user/id").asLong()).isEqualTo(Client.BOT);
    assertThat(mine.at("/1/receiver/user/is_bot").asBoolean()).isTrue();
    assertThat(mine.at("/1/id").asString()).isEqualTo(line.path("id").asString());
    assertThat(bot.get("/sandbox/users/" + ann + "/transactions?offset=1&limit=5").json())
        .hasSize(1);
  }

  @Test
  void subscribing_waits_for_the_bot_and_may_fail() {
    var end = bot.postLater(path(""), "{\"link\":\"" + link + "\"}");
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok(
        "answerPreCheckoutQuery",
        "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":false,\"error_message\":\"Full\"}");
    assertThat(end.join().json().path("status").asString()).isEqualTo("failed");
    assertThat(bot.get(path("")).json()).isEmpty();
  }

  @Test
  void nonsense_is_refused_and_changes_nothing() {
    long id = subscribe().at("/subscription/id").asLong();
    var once = bot.link("ord_1", 5);
    assertThat(bot.post(path(""), "{\"link\":\"" + once + "\"}").status()).isEqualTo(400);
    assertThat(bot.post(path(""), "{\"link\":\"https://t.me/$none\"}").status()).isEqualTo(404);
    assertThat(bot.post(path(""), "{}").status()).isEqualTo(400);
    assertThat(bot.post(path("/99/cancel"), "{}").status()).isEqualTo(404);
    assertThat(bot.post(path("/x/cancel"), "{}").status()).isEqualTo(404);
    assertThat(bot.post(path("/-1/cancel"), "{}").status()).isEqualTo(404);
    assertThat(bot.post(path("/" + id + "/explode"), "{}").status()).isEqualTo(404);
    assertThat(bot.post(path("/" + id), "{}").status()).isEqualTo(404);
    assertThat(bot.get("/sandbox/users/5/subscriptions").status()).isEqualTo(404);
    assertThat(bot.get("/sandbox/users/5/transactions").status()).isEqualTo(404);
    long bob = bot.user("Bob", 0);
    assertThat(
            bot.post("/sandbox/users/" + bob + "/subscriptions/" + id + "/cancel", "{}").status())
        .isEqualTo(404);
    assertThat(bot.get(path("")).json().at("/0/state").asString()).isEqualTo("active");
  }

  private JsonNode subscribe() {
    var end = bot.postLater(path(""), "{\"link\":\"" + link + "\"}");
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}");
    return end.join().json();
  }

  /** Ann spends all she has left. */
  private void drain() {
    var end = bot.pays(ann, bot.link("ord_1", bot.stars(ann)));
    var id = bot.next("pre_checkout_query").path("id").asString();
    bot.ok("answerPreCheckoutQuery", "{\"pre_checkout_query_id\":\"" + id + "\",\"ok\":true}");
    assertThat(end.join().json().path("status").asString()).isEqualTo("paid");
    assertThat(bot.next("message").has("successful_payment")).isTrue();
  }

  private String path(String rest) {
    return "/sandbox/users/" + ann + "/subscriptions" + rest;
  }

  private static String club() {
    return """
        {"title":"Club","description":"A club","payload":"sub_1","currency":"XTR",
         "subscription_period":2592000,"prices":[{"label":"Club","amount":50}]}""";
  }

  private static String edit(long user, String charge, boolean canceled) {
    return "{\"user_id\":%d,\"telegram_payment_charge_id\":\"%s\",\"is_canceled\":%b}"
        .formatted(user, charge, canceled);
  }
}

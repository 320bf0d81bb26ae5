package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** User names of bots: one name leads to one bot. */
class BotNamesTest extends SandboxTest {
  @Test
  void a_taken_name_is_refused_in_any_case_and_leaves_no_bot() {
    assertThat(register("1:a", "shop").status()).isEqualTo(200);
    var refused = register("2:b", "SHOP");
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().path("error").asString())
        .isEqualTo("Bad Request: the user name \"SHOP\" is another bot's");
    assertThat(bot.get("/sandbox/bots/2").status()).isEqualTo(404);
    assertThat(bot.get("/sandbox/bots/@Shop").json().path("id").asLong()).isEqualTo(1);
  }

  @Test
  void a_bot_may_take_its_own_name_again_and_another_when_it_is_given_up() {
    assertThat(register("1:a", "shop").status()).isEqualTo(200);
    assertThat(register("1:a", "Shop").status()).isEqualTo(200);
    assertThat(register("1:a", "store").status()).isEqualTo(200);
    assertThat(register("2:b", "shop").status()).isEqualTo(200);
    assertThat(bot.get("/sandbox/bots/@shop").json().path("id").asLong()).isEqualTo(2);
    assertThat(bot.get("/sandbox/bots/@store").json().path("id").asLong()).isEqualTo(1);
  }

  @Test
  void a_bot_that_nobody_named_finds_a_free_name() {
    assertThat(register("1:a", "Shop_2_bot").status()).isEqualTo(200);
    var other = new Client(sandbox.url(), "2:b");
    assertThat(other.ok("getMe", "{}").path("username").asString()).isEqualTo("shop_2_2_bot");
  }

  @Test
  void a_refused_request_leaves_no_bot() {
    var body = "{\"token\":\"3:c\",\"first_name\":\"\\ud800\"}";
    assertThat(bot.post("/sandbox/bots", body).status()).isEqualTo(400);
    assertThat(bot.get("/sandbox/bots/3").status()).isEqualTo(404);
  }

  private Client.Answer register(String token, String username) {
    return bot.post(
        "/sandbox/bots", "{\"token\":\"" + token + "\",\"username\":\"" + username + "\"}");
  }
}

package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a bot that runs on meets when everything is forgotten. */
class ForgettingTest extends SandboxTest {
  @Test
  void the_numbers_of_updates_go_on_for_a_bot_takes_lower_ones_for_old() {
    bot.says(bot.user("Ann", 0), "before");
    int before = bot.updates(0).path(0).path("update_id").asInt();
    for (int i = 1; i <= 3; i++) {
      bot.delete("/sandbox");
      bot.ok("getMe", "{}");
      bot.says(bot.user("Bob", 0), "after");
      assertThat(bot.updates(before + 1).path(0).path("update_id").asInt()).isEqualTo(before + i);
    }
  }
}

package dev.startill.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.world.Knob;
import dev.startill.sandbox.world.Knobs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flood control as a bot meets it, by whatever method its messages go. */
class FloodTest extends ShopTest {
  private String first;

  @Override
  Sandbox.Builder wish() {
    return Sandbox.builder().knobs(Knobs.TELEGRAM.with(Knob.FLOOD_CONTROL, true));
  }

  @BeforeEach
  void open() {
    first = shop.chat().at("/0/message_id").toString();
  }

  @Test
  void a_copy_and_a_forward_are_as_slow_as_a_message() {
    for (var method : new String[] {"copyMessage", "forwardMessage"}) {
      wait(2);
      assertThat(bring(method, "'message_id':" + first).status()).isEqualTo(200);
      assertThat(bring(method, "'message_id':" + first).status()).isEqualTo(429);
    }
    assertThat(shop.chat()).hasSize(3);
  }

  @Test
  void several_at_once_count_as_many_as_were_really_sent() {
    for (var method : new String[] {"copyMessages", "forwardMessages"}) {
      wait(2);
      assertThat(bring(method, "'message_ids':[99999]").status()).isEqualTo(400);
      assertThat(bring(method, "'message_ids':[" + first + ",99999]").result()).hasSize(1);
      assertThat(bring(method, "'message_ids':[" + first + "]").status()).isEqualTo(429);
    }
  }

  private Client.Answer bring(String method, String more) {
    return shop.bot.call(method, shop.to("'from_chat_id':" + shop.buyer + "," + more));
  }

  private void wait(int seconds) {
    var moved = shop.bot.post("/sandbox/clock", "{\"advance\":\"PT" + seconds + "S\"}");
    assertThat(moved.status()).isEqualTo(200);
  }
}

package dev.startill.sandbox.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is put onto messages goes with them. */
class MarginsTest {
  private static final String HEART = "[{\"type\":\"emoji\",\"emoji\":\"❤\"}]";

  @Test
  void a_deleted_message_takes_its_reactions_and_its_pin_along() {
    var shop = new Shop();
    var message = marked(shop, shop.buyer(0));
    assertThat(shop.world.margins().reaction(message, shop.bot)).contains(HEART);
    assertThat(shop.world.chats().delete(message.chat(), message.id())).isTrue();
    assertBare(shop);
  }

  @Test
  void so_does_a_message_that_its_chat_forgets() {
    var shop = new Shop(Knob.CHAT_HISTORY, 5L);
    long ann = shop.buyer(0);
    marked(shop, ann);
    says(shop, ann, 5);
    assertBare(shop);
  }

  @Test
  void so_does_a_message_that_all_chats_forget() {
    var shop = new Shop(Knob.HISTORY, 5L);
    marked(shop, shop.buyer(0));
    says(shop, shop.buyer(0), 5);
    assertBare(shop);
  }

  @Test
  void a_reaction_that_is_taken_back_leaves_nothing() {
    var shop = new Shop();
    var message = marked(shop, shop.buyer(0));
    shop.world.margins().react(message, shop.bot, "");
    assertThat(shop.world.margins().reactions(message)).isEmpty();
    assertThat(shop.world.margins().reactions()).isEmpty();
  }

  private static Message marked(Shop shop, long user) {
    says(shop, user, 1);
    var message = shop.world.chats().last(new Chat.Private(shop.bot, user)).orElseThrow();
    shop.world.margins().react(message, shop.bot, HEART);
    shop.world.margins().pin(message, shop.bot);
    return message;
  }

  private static void says(Shop shop, long user, int times) {
    for (int i = 0; i < times; i++) {
      var said = shop.world.chats().write(user, shop.bot, new Content.Text("a", ""), Marks.NONE);
      assertThat(said.from()).isEqualTo(user);
    }
  }

  private static void assertBare(Shop shop) {
    assertThat(shop.world.margins().reactions()).isEmpty();
    assertThat(shop.world.margins().pins()).isEmpty();
  }
}

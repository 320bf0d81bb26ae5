package dev.startill.sandbox.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.sandbox.Sandbox;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A failure says what one would look up next. */
class WaitedInVainTest {
  private Sandbox telegram;

  @BeforeEach
  void open() {
    telegram = Sandbox.builder().patience(Duration.ofMillis(1500)).start();
  }

  @AfterEach
  void close() {
    telegram.close();
  }

  @Test
  void it_shows_the_chat_and_the_last_calls() {
    try (var shop = new TinyShop(telegram.url(), telegram.token())) {
      var ann = telegram.buyer("Ann");
      ann.sends("/buy");
      ann.waitsFor(Message::isInvoice);

      assertThatThrownBy(() -> ann.reads("Thank you"))
          .isInstanceOf(WaitedInVain.class)
          .hasMessageContaining("Ann waited PT1.5S for \"Thank you\", and it did not come.")
          .hasMessageContaining("Ann: /buy")
          .hasMessageContaining("<invoice \"The guide\", 50 Stars> [Pay ⭐50]")
          .hasMessageContaining("sendInvoice(")
          .hasMessageContaining("→ 200")
          .hasMessageContaining("is polling");
      assertThat(shop).isNotNull();
    }
  }

  @Test
  void it_says_that_nobody_listens() {
    var ann = telegram.buyer("Ann");
    var bot = telegram.bot();
    ann.sends("/buy");

    assertThatThrownBy(ann::pays)
        .hasMessageContaining("an invoice since their last words")
        .hasMessageContaining(bot + " is not polling now, and 1 updates wait for it.");
  }

  @Test
  void it_says_that_no_bot_has_called() {
    var ann = telegram.buyer("Ann");

    assertThatThrownBy(() -> ann.sends("/buy")).hasMessageContaining("no bot has called");
  }
}

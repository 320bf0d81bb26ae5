package com.example.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.startill.Startill;
import dev.startill.payment.ChargeId;
import dev.startill.sandbox.junit.SandboxExtension;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A shop of Spring Boot on SQLite, whose updates Startill asks for. */
@Timeout(60)
class ShopStoryTest {
  @RegisterExtension
  static final SandboxExtension telegram = SandboxExtension.create().keepingWorld();

  @TempDir static Path folder;

  private static ConfigurableApplicationContext shop;

  @BeforeAll
  static void open() {
    shop = Running.of(GuideShop.class, telegram, folder, "--startill.telegram.updates=polling");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void a_text_is_bought_with_a_command_and_sent_back() {
    var anna = telegram.buyer("Anna").withStars(60);

    anna.sends("/buy");
    var charge = anna.pays().charge();

    anna.reads("Here is your download link");
    assertThat(anna.stars()).isEqualTo(10);

    var unused = shop.getBean(Startill.class).refund(new ChargeId(charge), "changed her mind");
    await().until(() -> anna.stars() == 60);
  }

  @Test
  void a_bean_hands_over_what_it_has_to() {
    var boris = telegram.buyer("Boris").withStars(100);

    boris.sends("/learn");
    boris.pays();

    boris.reads("Welcome to course!");
  }

  @Test
  void what_is_sold_is_counted() {
    var meters = shop.getBean(MeterRegistry.class);
    var stars = meters.get("startill.stars.received").counter();
    var before = stars.count();
    var emil = telegram.buyer("Emil").withStars(50);

    emil.sends("/buy");
    emil.pays();

    await().until(() -> stars.count() >= before + 50);
  }

  @Test
  void codes_come_from_a_file() {
    var clara = telegram.buyer("Clara").withStars(5);

    clara.sends("/key");
    clara.pays();

    clara.reads("KEY-ONE");
  }

  @Test
  void what_is_no_payment_is_the_applications() {
    var dora = telegram.buyer("Dora");

    dora.sends("hello");

    dora.reads("You said: hello");
  }
}

package com.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxExtension;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** The same shop, to which Telegram brings the updates. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class WebhookTest {
  @RegisterExtension
  static final SandboxExtension telegram =
      SandboxExtension.with(() -> Sandbox.builder().local(true)).keepingWorld();

  @TempDir static Path folder;

  private static ConfigurableApplicationContext shop;
  private static Hook hook;

  @BeforeAll
  static void open() throws IOException {
    hook = Hook.somewhere();
    shop = Running.onTheWeb(GuideShop.class, telegram, folder, hook.arguments());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void sells_as_well() {
    var anna = telegram.buyer("Anna").withStars(50);

    anna.sends("/buy");
    anna.pays();

    anna.reads("Here is your download link");
  }

  @Test
  void nobody_else_brings_updates() throws Exception {
    assertThat(hook.post("{\"update_id\":1}", "only_telegram_knew")).isEqualTo(401);
    assertThat(hook.post("{\"update_id\":1}", Hook.SECRET)).isEqualTo(200);
  }

  @Test
  void what_cannot_be_read_is_named_and_not_asked_for_again(CapturedOutput output)
      throws Exception {
    assertThat(hook.post("{\"update_id\":", Hook.SECRET)).isEqualTo(200);
    assertThat(hook.post("{\"update_id\":4711,\"message\":", Hook.SECRET)).isEqualTo(200);
    assertThat(output.getAll()).contains("Update 4711 cannot be read");
  }
}

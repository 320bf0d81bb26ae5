package com.example.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.port.Fulfilment;
import dev.startill.sandbox.Sandbox;
import dev.startill.sandbox.junit.SandboxExtension;
import dev.startill.telegram.http.PollingSettings;
import dev.startill.telegram.http.UpdateHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application whose own handler throws at what a webhook brings. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class WebhookDefectTest {
  private static final int ATTEMPTS = PollingSettings.defaults().attempts();

  @RegisterExtension
  static final SandboxExtension telegram =
      SandboxExtension.with(() -> Sandbox.builder().local(true)).keepingWorld();

  @TempDir static Path folder;

  private static ConfigurableApplicationContext shop;
  private static Hook hook;

  @BeforeAll
  static void open() throws IOException {
    hook = Hook.somewhere();
    shop = Running.onTheWeb(Sulking.class, telegram, folder, hook.arguments());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @BeforeEach
  void forget() {
    sulking().calls.set(0);
  }

  @Test
  void gets_the_update_some_times_and_then_it_is_given_up(CapturedOutput output) throws Exception {
    sulking().failures.set(Integer.MAX_VALUE);

    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      assertThat(bring(11)).isEqualTo(503);
    }
    assertThat(output.getAll()).doesNotContain("Update 11 could not be taken in, and is given up");
    assertThat(bring(11)).isEqualTo(200);

    assertThat(sulking().calls).hasValue(ATTEMPTS);
    assertThat(output.getAll())
        .containsOnlyOnce("Update 11 could not be taken in, and is given up");
  }

  @Test
  void takes_it_in_when_it_comes_again_and_its_tries_are_forgotten() throws Exception {
    sulking().failures.set(ATTEMPTS - 1);
    for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
      assertThat(bring(12)).isEqualTo(503);
    }
    assertThat(bring(12)).isEqualTo(200);

    sulking().failures.set(1);
    assertThat(bring(12)).isEqualTo(503);
    assertThat(bring(12)).isEqualTo(200);
  }

  private static int bring(int id) throws IOException, InterruptedException {
    return hook.post(
        """
        {"update_id":%d,"message":{"message_id":1,"date":1,"text":"hello",
         "chat":{"id":5,"type":"private","first_name":"Eve"},
         "from":{"id":5,"is_bot":false,"first_name":"Eve"}}}
        """
            .formatted(id),
        Hook.SECRET);
  }

  private static Sulking sulking() {
    return shop.getBean(Sulking.class);
  }

  /** Throws as often as it is told. */
  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Sulking {
    final AtomicInteger calls = new AtomicInteger();
    final AtomicInteger failures = new AtomicInteger();

    @Bean
    Fulfilment courses() {
      return purchase -> {};
    }

    @Bean
    UpdateHandler talk() {
      return incoming -> {
        calls.incrementAndGet();
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
          throw new IllegalStateException("It does not feel like it.");
        }
      };
    }
  }
}

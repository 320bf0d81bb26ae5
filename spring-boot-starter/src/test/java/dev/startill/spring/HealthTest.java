package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.context.ApplicationContext;

/** What a shop says of its health. */
class HealthTest {
  @Test
  void a_shop_that_reads_its_books_is_up() {
    Application.complete()
        .run(
            context -> {
              var health = healthOf(context);
              assertThat(health.getStatus()).isEqualTo(Status.UP);
              assertThat(health.getDetails())
                  .containsEntry("openCases", 0)
                  .containsEntry("waitingMessages", 0L);
            });
  }

  @Test
  void a_shop_whose_updates_do_not_come_is_down_and_says_why() {
    Application.silent()
        .withUserConfiguration(Application.InMemory.class)
        .withPropertyValues(Application.A_GUIDE)
        .withPropertyValues(
            "startill.telegram.token=" + Application.TOKEN,
            "startill.telegram.api-url=http://127.0.0.1:1",
            "startill.telegram.updates=polling")
        .run(
            context -> {
              var updates = context.getBean(UpdatesLifecycle.class);
              await().until(() -> updates.trouble().isPresent());
              var health = healthOf(context);
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails().get("updates")).asString().contains("127.0.0.1");
            });
  }

  @Test
  void its_part_of_the_health_can_be_turned_off() {
    Application.complete()
        .withPropertyValues("management.health.startill.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  @Test
  void nothing_of_it_is_there_where_nobody_observes() {
    Application.complete()
        .withClassLoader(new FilteredClassLoader(HealthIndicator.class, MeterRegistry.class))
        .run(
            context ->
                assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean("startillHealthIndicator")
                    .doesNotHaveBean("startillMeters"));
  }

  private static Health healthOf(ApplicationContext context) {
    return Objects.requireNonNull(context.getBean(HealthIndicator.class).health());
  }
}

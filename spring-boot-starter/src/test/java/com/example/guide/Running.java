package com.example.guide;

import dev.startill.sandbox.testing.Telegram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Applications that run, each with the sandbox for a Telegram. Stateless. */
final class Running {
  private Running() {}

  /** One without a web server. */
  static ConfigurableApplicationContext of(
      Class<?> application, Telegram telegram, Path folder, String... more) {
    return run(WebApplicationType.NONE, application, telegram, folder, more);
  }

  /** One with. */
  static ConfigurableApplicationContext onTheWeb(
      Class<?> application, Telegram telegram, Path folder, String... more) {
    return run(WebApplicationType.SERVLET, application, telegram, folder, more);
  }

  private static ConfigurableApplicationContext run(
      WebApplicationType type,
      Class<?> application,
      Telegram telegram,
      Path folder,
      String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "--spring.config.location=classpath:guide-shop.yaml",
                "--startill.telegram.api-url=" + telegram.url(),
                "--startill.telegram.token=" + telegram.token(),
                "--spring.datasource.url=jdbc:sqlite:" + folder.resolve("shop.db")));
    arguments.addAll(List.of(more));
    var spring = new SpringApplication(application);
    spring.setWebApplicationType(type);
    spring.setRegisterShutdownHook(false);
    return spring.run(arguments.toArray(String[]::new));
  }
}

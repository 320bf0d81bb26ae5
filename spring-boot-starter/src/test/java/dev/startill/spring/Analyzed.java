package dev.startill.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;

/**
 * A start that failed, as Spring Boot prints it.
 *
 * @param what is wrong
 * @param remedy what to do; empty where the description says it
 */
record Analyzed(String what, String remedy) {
  /** Of an application that must not have started. */
  static Analyzed of(AssertableApplicationContext context) {
    assertThat(context).hasFailed();
    return of(Objects.requireNonNull(context.getStartupFailure()));
  }

  static Analyzed of(Throwable failure) {
    var analysis =
        Objects.requireNonNull(
            new StartupFailures().analyze(failure), () -> "no analysis of " + failure);
    return new Analyzed(
        analysis.getDescription(), Objects.requireNonNullElse(analysis.getAction(), ""));
  }

  Analyzed says(String words) {
    assertThat(what).contains(words);
    return this;
  }

  Analyzed advises(String words) {
    assertThat(remedy).contains(words);
    return this;
  }
}

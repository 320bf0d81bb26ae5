package dev.startill.spring;

import dev.startill.port.StartillException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Tells why a start failed in the form that Spring Boot prints instead of a stack: what is wrong,
 * and the remedy. Made by Spring Boot, which finds it in {@code META-INF/spring.factories}.
 */
final class StartupFailures implements FailureAnalyzer {
  @Override
  public @Nullable FailureAnalysis analyze(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MisconfiguredException misconfigured) {
        return new FailureAnalysis(
            misconfigured.getMessage(), misconfigured.remedy(), misconfigured);
      }
      if (cause instanceof StartillException told) {
        // Its message has the remedy already.
        return new FailureAnalysis("Startill cannot start. " + told.getMessage(), null, told);
      }
    }
    return null;
  }
}

package dev.startill.sandbox.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Test classes that are run inside of a test. */
final class Inner {
  /** How a run ended. */
  record Run(long succeeded, List<Throwable> failures) {}

  private Inner() {}

  static Run run(Class<?> tests) {
    return run(tests, false);
  }

  static Run runInParallel(Class<?> tests) {
    return run(tests, true);
  }

  private static Run run(Class<?> tests, boolean parallel) {
    var listener = new SummaryGeneratingListener();
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectClass(tests))
            .configurationParameter(
                "junit.jupiter.execution.parallel.enabled", Boolean.toString(parallel))
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
            .configurationParameter(
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
    LauncherFactory.create().execute(request.build(), listener);
    var summary = listener.getSummary();
    return new Run(
        summary.getTestsSucceededCount(),
        summary.getFailures().stream().map(TestExecutionSummary.Failure::getException).toList());
  }
}

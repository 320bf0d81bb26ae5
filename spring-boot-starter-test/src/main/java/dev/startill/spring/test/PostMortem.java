package dev.startill.spring.test;

import dev.startill.sandbox.Sandbox;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** Tells the chats and the last calls with each failure. Made by Spring. */
final class PostMortem implements TestExecutionListener {
  @Override
  public void afterTestExecution(TestContext test) {
    var failure = test.getTestException();
    if (failure != null && test.hasApplicationContext()) {
      test.getApplicationContext()
          .getBeanProvider(Sandbox.class)
          .ifAvailable(sandbox -> failure.addSuppressed(new AsItWas(sandbox.situation())));
    }
  }

  /** No failure of its own: only its words matter. */
  private static final class AsItWas extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AsItWas(String situation) {
      super("When the test failed:" + System.lineSeparator() + situation, null, false, false);
    }
  }
}

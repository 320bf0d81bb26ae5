package com.example.course;

import static org.assertj.core.api.Assertions.assertThat;

import dev.startill.sandbox.Sandbox;
import dev.startill.spring.test.StartillTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** What is told with a test that failed. */
class PostMortemTest {
  @Test
  void its_chats_stand_beside_the_failure() throws Exception {
    var test = new Failing();
    var spring = new TestContextManager(Failing.class);
    spring.prepareTestInstance(test);
    test.telegram.buyer("Dora").sends("is anybody there?");
    var failure = new AssertionError("no");

    spring.afterTestExecution(test, Failing.class.getDeclaredMethod("fails"), failure);
    spring.afterTestClass();

    assertThat(failure.getSuppressed())
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .contains("When the test failed", "is anybody there?");
  }

  /** A test that is not run. */
  @StartillTest
  @ContextConfiguration(classes = TextShop.class)
  @DirtiesContext
  static class Failing {
    @Autowired Sandbox telegram;

    void fails() {}
  }
}

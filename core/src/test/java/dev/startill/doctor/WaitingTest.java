package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What waits in a store. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WaitingTest {
  @Test
  void a_case_waits_for_a_person() {
    assertThat(Waiting.cases(0))
        .isEqualTo(new Finding.Well(Subject.CASES, "Nothing waits for you."));
    assertThat(Waiting.cases(1)).isEqualTo(Ailment.CASES_OPEN.found("1 waits for you."));
    assertThat(Waiting.cases(999)).isEqualTo(Ailment.CASES_OPEN.found("999 wait for you."));
    assertThat(Waiting.cases(1000))
        .isEqualTo(Ailment.CASES_OPEN.found("1000 or more wait for you."));
  }

  @Test
  void messages_may_wait_and_must_not_be_given_up() {
    assertThat(Waiting.messages(0, 1))
        .isEqualTo(
            new Finding.Well(Subject.OUTBOX, "1 message waits to be sent; none was given up."));
    assertThat(Waiting.messages(1, 2))
        .isEqualTo(Ailment.MESSAGES_DEAD.found("2 messages wait to be sent; 1 was given up."));
  }
}

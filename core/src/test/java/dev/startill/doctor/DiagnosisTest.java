package dev.startill.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a start does with findings. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DiagnosisTest {
  private static final Finding WELL = new Finding.Well(Subject.BALANCE, "Telegram holds 5 Stars.");
  private static final Finding LOW = Ailment.DISK_LOW.found("70 MiB are free.");
  private static final Finding TOKEN = Ailment.TOKEN_REFUSED.found("It answered 401.");
  private static final Finding HOOK = Ailment.WEBHOOK_ELSEWHERE.found("They go elsewhere.");

  @Test
  void a_warning_stops_nobody() {
    var diagnosis = new Diagnosis(List.of(WELL, LOW));
    assertThat(diagnosis.isHealthy()).isTrue();
    assertThat(diagnosis.requireHealthy()).isSameAs(diagnosis);
    assertThat(diagnosis.ills()).containsExactly((Finding.Ill) LOW);
  }

  @Test
  void a_start_that_cannot_go_well_names_each_failure_with_its_remedy() {
    var diagnosis = new Diagnosis(List.of(WELL, LOW, TOKEN, HOOK));
    assertThat(diagnosis.count(Severity.FAIL)).isEqualTo(2);
    assertThatThrownBy(diagnosis::requireHealthy)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "It answered 401. %s%nThey go elsewhere. %s"
                .formatted(Ailment.TOKEN_REFUSED.remedy(), Ailment.WEBHOOK_ELSEWHERE.remedy()));
  }

  @ParameterizedTest
  @EnumSource(Ailment.class)
  void every_ailment_has_a_remedy_in_one_line(Ailment ailment) {
    assertThat(ailment.remedy()).isNotBlank().doesNotContain("\n").hasSizeLessThan(140);
    assertThat(ailment.severity()).isNotEqualTo(Severity.OK);
    assertThat(ailment.code()).matches("[a-z]+(-[a-z]+)*");
  }

  @Test
  void no_two_have_one_remedy_word_for_word() {
    assertThat(Arrays.stream(Ailment.values()).map(Ailment::remedy)).doesNotHaveDuplicates();
  }
}

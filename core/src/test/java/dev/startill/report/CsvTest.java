package dev.startill.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {
  @Test
  void fields_are_parted_by_commas_and_lines_end_as_the_rfc_says() {
    assertThat(Csv.line(List.of("a", "", "b c"))).isEqualTo("a,,b c\r\n");
  }

  @Test
  void what_would_end_a_field_is_quoted() {
    assertThat(Csv.line(List.of("1,5", "say \"hi\"", "two\nlines")))
        .isEqualTo("\"1,5\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @CsvSource({"=1+1,'''=1+1'", "+cmd,'''+cmd'", "@sum,'''@sum'", "-x,'''-x'", "-1e9,'''-1e9'"})
  void a_formula_is_made_a_text(String field, String written) {
    assertThat(Csv.line(List.of(field))).isEqualTo(written + "\r\n");
  }

  @ParameterizedTest
  @CsvSource({"-50", "-0.000000001", "7", "12.5"})
  void a_number_stays_one(String number) {
    assertThat(Csv.line(List.of(number))).isEqualTo(number + "\r\n");
  }
}

package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Steps of a schema that databases have taken: whoever edits one makes two schemas of one number.
 */
class ReleasedStepsTest {
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sqlite, 1, 3949b3442b1dfc207b625c40e2d05e5e
          sqlite, 2, cf9d3dc27737bd40d2d55a80992b0f05
          sqlite, 3, 183efa35d4812cb4b72816bf22729fec
          sqlite, 4, 8c22b558ed3d846a772da59784742c52
          sqlite, 5, 5566ad31f557cf1619854f821c0f13dd
          postgresql, 2, 4b7c800e9e934a373f31c317546fd05e
          postgresql, 3, a6353d2c4f5ea661396e4dbc165831f6
          postgresql, 4, 65c6b0e6bf3d7b23cd6ade8636fd0e96
          postgresql, 5, fcd1abe32d74377df4a7fd6b4303d7e5
          mysql, 2, 554f184389349f5267a2cc3bba4a1367
          mysql, 3, 4714028c13c791e1802408078a422c9b
          mysql, 4, 2ce28dc25d3cb9afdb1ee5e85c432289
          mysql, 5, 51ab2a01541697f50fa006df227e61cf
          """)
  void a_step_without_a_prefix_is_what_it_was(String language, int number, String digest)
      throws NoSuchAlgorithmException {
    var dialect = Dialect.named(language, TablePrefix.NONE);
    var step =
        dialect.migrations().stream().filter(s -> s.number() == number).findFirst().orElseThrow();
    var bytes =
        MessageDigest.getInstance("SHA-256")
            .digest(dialect.filled(step.script()).getBytes(StandardCharsets.UTF_8));

    assertThat(HexFormat.of().formatHex(bytes, 0, 16)).isEqualTo(digest);
  }
}

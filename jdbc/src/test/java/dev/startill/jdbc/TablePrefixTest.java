package dev.startill.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.startill.port.SettingsException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablePrefixTest {
  private static final String LONGEST = "p".repeat(31);
  private static final List<String> LANGUAGES = List.of("sqlite", "postgresql", "mysql");
  private static final Pattern TABLE =
      Pattern.compile("\\b(?:FROM|JOIN|INTO|(?<!KEY )UPDATE)\\s+\"?([a-z_]+)\\b(?!\\()");

  @ParameterizedTest
  @ValueSource(strings = {"", "s", "startill_", "shop2_", "ppppppppppppppppppppppppppppppp"})
  void these_can_begin_a_name(String text) {
    assertThat(new TablePrefix(text).fill("SELECT * FROM \"{case}\""))
        .isEqualTo("SELECT * FROM \"" + text + "case\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Startill_", "_s", "2s", "s-", "s.", "s ", "ü_", "s\"", "{s}", "$1", "s\n"})
  void these_cannot_and_are_refused_with_what_can(String text) {
    assertThatThrownBy(() -> Login.in("jdbc:sqlite:startill.db").withTablePrefix(text))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("a to z");
  }

  @Test
  void one_that_is_too_long_is_refused() {
    assertThatThrownBy(() -> new TablePrefix(LONGEST + "p")).isInstanceOf(SettingsException.class);
  }

  @Test
  void every_name_stands_in_braces_and_is_filled_in() {
    for (var language : LANGUAGES) {
      var dialect = Dialect.named(language, new TablePrefix("shop_"));
      assertThat(Schema.script(language, 0, dialect.prefix())).doesNotContainPattern("[{}]");
      for (var statement : Sql.values()) {
        assertThat(dialect.words(statement)).doesNotContainPattern("[{}]");
        assertThat(tables(dialect.words(statement)))
            .as(statement + " of " + language)
            .allMatch(name -> name.startsWith("shop_"));
      }
    }
  }

  /** What a statement reads or writes. */
  private static Stream<String> tables(String words) {
    return TABLE.matcher(words).results().map(table -> table.group(1));
  }

  /** PostgreSQL cuts a name behind its 63rd byte, and MariaDB refuses one of 65. */
  @Test
  void the_longest_one_leaves_room_for_every_name() {
    var prefix = new TablePrefix(LONGEST);
    for (var language : LANGUAGES) {
      for (var step : Dialect.named(language, prefix).migrations()) {
        assertThat(prefix.names(step.script()))
            .isNotEmpty()
            .allSatisfy(name -> assertThat(name).hasSizeLessThan(63));
      }
    }
  }
}

package dev.startill.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {
  @ParameterizedTest
  @EnumSource(Source.Kind.class)
  void a_source_is_read_as_it_was_written_whatever_its_id_holds(Source.Kind kind) {
    var source = new Source(kind, "line:CAME:st:x/=");

    assertThat(Source.read(source.text())).contains(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "charge", "magic:wand", "Charge:stx", "line:SIDEWAYS:x"})
  void what_this_version_does_not_book_is_no_source(String text) {
    assertThat(Source.read(text)).isEmpty();
  }

  @Test
  void a_refund_that_is_asked_for_is_not_one_that_left() {
    assertThat(Source.read("refunding:re_1").orElseThrow().kind()).isEqualTo(Source.Kind.REFUNDING);
    assertThat(Source.read("refund:stx").orElseThrow().kind()).isEqualTo(Source.Kind.REFUND);
    assertThat(Source.read("refund-refused:re_1").orElseThrow().kind())
        .isEqualTo(Source.Kind.REFUND_REFUSED);
  }
}

package dev.startill.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShopHintTest {
  @Test
  void what_is_suggested_is_for_the_shop_that_was_named() {
    var hint = ShopHint.of(List.of("cases", "--config", "demo-data/startill.yaml"));
    assertThat(hint.in("Do it with: ./startill cases resolve case_1 --how …"))
        .isEqualTo(
            "Do it with: ./startill cases --config demo-data/startill.yaml resolve case_1 --how …");
    assertThat(hint.in("See './startill cases', or './startill reconcile'."))
        .isEqualTo(
            "See './startill cases --config demo-data/startill.yaml', or './startill reconcile"
                + " --config demo-data/startill.yaml'.");
    assertThat(ShopHint.of(List.of("--config=a.yaml")).in("./startill verify"))
        .isEqualTo("./startill verify --config a.yaml");
  }

  @Test
  void a_name_is_written_as_a_shell_reads_it() {
    assertThat(ShopHint.of(List.of("--config=it's $1 \\.yaml")).in("./startill cases"))
        .isEqualTo("./startill cases --config 'it'\\''s $1 \\.yaml'");
  }

  @Test
  void the_usual_shop_and_help_need_no_name() {
    assertThat(ShopHint.of(List.of("--config", "startill.yaml")).in("./startill cases"))
        .isEqualTo("./startill cases");
    assertThat(ShopHint.of(List.of("cases", "--config")).in("./startill cases"))
        .isEqualTo("./startill cases");
    assertThat(ShopHint.of(List.of("--config=a")).in("./startill refund --help, ./startill --help"))
        .isEqualTo("./startill refund --help, ./startill --help");
  }
}

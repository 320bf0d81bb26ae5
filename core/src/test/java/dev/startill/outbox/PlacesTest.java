package dev.startill.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private final Places places = new Places(4);

  @Test
  void are_empty_however_often_that_is_asked() throws InterruptedException {
    assertThat(places.awaitEmpty(Duration.ZERO)).isTrue();
    assertThat(places.awaitEmpty(Duration.ZERO)).isTrue();
  }

  @Test
  void are_not_empty_while_one_is_taken() throws InterruptedException {
    places.open(parcel -> {});
    assertThat(places.reserve()).isTrue();
    assertThat(places.awaitEmpty(Duration.ZERO)).isFalse();

    places.giveBack();
    assertThat(places.awaitEmpty(Duration.ZERO)).isTrue();
  }

  @Test
  void are_not_to_be_had_before_somebody_delivers_nor_after_the_end() {
    assertThat(places.reserve()).isFalse();
    places.open(parcel -> {});
    assertThat(places.reserve()).isTrue();
    places.close();
    assertThat(places.reserve()).isFalse();
  }
}

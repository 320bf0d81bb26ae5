package dev.startill.telegram.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {
  private long now = TimeUnit.HOURS.toNanos(1);

  @Test
  void a_chat_gets_one_a_second() throws InterruptedException {
    var pace = pace(0, 1);
    for (var i = 0; i < 4; i++) {
      assertThat(pace.await(7)).isEmpty();
    }
    assertThat(seconds()).isEqualTo(3.0);
  }

  @Test
  void all_chats_get_thirty_in_any_second() throws InterruptedException {
    var pace = pace(30, 1);
    var at = new ArrayList<Double>();
    for (var chat = 0; chat < 95; chat++) {
      assertThat(pace.await(chat)).isEmpty();
      at.add(seconds());
    }
    for (var i = 30; i < at.size(); i++) {
      assertThat(at.get(i) - at.get(i - 30)).isGreaterThanOrEqualTo(1.0);
    }
    assertThat(seconds()).isEqualTo(3.0);
  }

  @Test
  void a_crowded_chat_is_sent_away_instead_of_holding_up_whoever_sends() throws Exception {
    var pace = new Pace(HttpSettings.defaults().withLimits(0, 1), () -> now, duration -> {});
    for (var i = 0; i < 6; i++) {
      assertThat(pace.await(7)).isEmpty();
    }
    assertThat(pace.await(7)).contains(Duration.ofSeconds(6));
    assertThat(pace.await(8)).isEmpty();
  }

  @Test
  void who_is_sent_away_took_no_turn() throws Exception {
    var pace = new Pace(HttpSettings.defaults().withLimits(0, 1), () -> now, duration -> {});
    for (var i = 0; i < 50; i++) {
      var unused = pace.await(7);
    }
    now += TimeUnit.SECONDS.toNanos(6);
    assertThat(pace.await(7)).isEmpty();
  }

  @Test
  void a_pause_is_for_its_chat() throws InterruptedException {
    var pace = pace(30, 1);
    pace.pause(7, Duration.ofSeconds(40));
    assertThat(pace.await(7)).contains(Duration.ofSeconds(40));
    assertThat(pace.await(8)).isEmpty();
    now += TimeUnit.SECONDS.toNanos(40);
    assertThat(pace.await(7)).isEmpty();
  }

  @Test
  void a_second_chat_that_is_told_to_wait_means_that_all_must() throws InterruptedException {
    var pace = pace(0, 0);
    pace.pause(7, Duration.ofSeconds(40));
    pace.pause(8, Duration.ofSeconds(20));
    assertThat(pace.await(9)).contains(Duration.ofSeconds(20));
    now += TimeUnit.SECONDS.toNanos(20);
    assertThat(pace.await(9)).isEmpty();
    assertThat(pace.await(7)).contains(Duration.ofSeconds(20));
  }

  @Test
  void without_limits_nobody_waits_and_nothing_is_remembered() throws InterruptedException {
    var pace = pace(0, 0);
    for (var i = 0; i < 10_000; i++) {
      assertThat(pace.await(i % 3)).isEmpty();
    }
    assertThat(seconds()).isZero();
    assertThat(pace.chats()).isZero();
  }

  @Test
  void chats_that_may_write_again_are_forgotten() throws InterruptedException {
    var pace = pace(0, 1);
    for (var chat = 0; chat < 100_000; chat++) {
      assertThat(pace.await(chat)).isEmpty();
      now += TimeUnit.MILLISECONDS.toNanos(10);
    }
    assertThat(pace.chats()).isLessThan(2000);
  }

  private Pace pace(int perSecond, int perChat) {
    return new Pace(
        HttpSettings.defaults().withLimits(perSecond, perChat),
        () -> now,
        duration -> now += duration.toNanos());
  }

  private double seconds() {
    return (now - TimeUnit.HOURS.toNanos(1)) / 1e9;
  }
}

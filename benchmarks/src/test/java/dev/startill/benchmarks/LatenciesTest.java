package dev.startill.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatenciesTest {
  @Test
  void a_percentile_is_the_smallest_that_so_many_stay_below() {
    var latencies = new Latencies();
    for (var millis = 1; millis <= 100; millis++) {
      latencies.add(millis * 1_000_000L);
    }
    assertThat(latencies.percentile(50)).isEqualTo(50.0);
    assertThat(latencies.percentile(99)).isEqualTo(99.0);
  }
}

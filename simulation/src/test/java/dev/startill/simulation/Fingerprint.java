package dev.startill.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.SQLException;
import java.util.zip.CRC32;

/** What happened in a few histories, in one number; also for a process of its own. */
final class Fingerprint {
  private static final int SEEDS = 30;

  private Fingerprint() {}

  public static void main(String[] arguments) throws SQLException {
    System.out.println(ofHistories());
  }

  static long ofHistories() throws SQLException {
    var sum = new CRC32();
    try (var blank = new Blank()) {
      var simulation = new Simulation(blank);
      for (var seed = 0; seed < SEEDS; seed++) {
        simulation.run(seed).trace().forEach(line -> sum.update(line.getBytes(UTF_8)));
      }
    }
    return sum.getValue();
  }
}

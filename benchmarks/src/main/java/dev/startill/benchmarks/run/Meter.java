package dev.startill.benchmarks.run;

/**
 * CPU time of all who take part, in milliseconds.
 *
 * @param bot all processes of it
 * @param database where it is a server
 * @param driver Telegram and its buyers
 */
record Meter(double bot, double database, double driver) {
  /** Since each of them began. */
  static Meter read(Crew crew, Books books) {
    return new Meter(
        crew.usage().cpuMillis(), books.usage().cpuMillis(), Usage.ofDriver().cpuMillis());
  }

  /** Since then, for each of so many sales. */
  Meter since(Meter then, int sales) {
    return new Meter(
        (bot - then.bot) / sales,
        (database - then.database) / sales,
        (driver - then.driver) / sales);
  }
}

package dev.startill.benchmarks.telegram;

/**
 * What became of all payments of a bot's life.
 *
 * @param paid charges that Telegram took
 * @param lost those whose goods have not come
 * @param twice those whose goods came more than once
 * @param excused those of them between whose goods the bot was killed each time: it may have died
 *     before it could note that the first had arrived
 * @param refused checkouts that the bot declined
 * @param expired purchases that ended because an invoice or an answer took ten seconds
 * @param unheard buyers who went on before their goods came; they may have come later
 */
public record Count(
    int paid, int lost, int twice, int excused, int refused, int expired, int unheard) {
  /** Whether all went as promised. */
  public boolean isClean() {
    return lost == 0 && twice == excused;
  }
}

package dev.startill.report;

import dev.startill.money.Stars;
import java.math.BigDecimal;

/** What Stars are worth in a currency: for people to read, and never booked. */
public final class Worth {
  private Worth() {}

  /**
   * The exact product.
   *
   * @param nanostars how much
   * @param perStar the rate, such as USD 0.013 for a Star that is withdrawn
   */
  public static BigDecimal of(long nanostars, BigDecimal perStar) {
    return BigDecimal.valueOf(nanostars)
        .multiply(perStar)
        .divide(BigDecimal.valueOf(Stars.NANOS_PER_STAR))
        .stripTrailingZeros();
  }
}

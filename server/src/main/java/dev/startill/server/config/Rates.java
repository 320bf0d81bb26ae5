package dev.startill.server.config;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a Star is worth, in US dollars, as its merchant last read it. Only reports use it. The
 * defaults are what <a href="https://telegram.org/tos/bot-developers">Telegram's terms</a> (6.2.3
 * and 6.2.4) said on their date: Stars are withdrawn at USD 0.013, and spent on Telegram Ads at USD
 * 0.02. Immutable.
 *
 * @param withdrawn of a Star that is withdrawn
 * @param onAds of a Star that is spent on Telegram Ads
 * @param asOf the day on which both were read
 */
public record Rates(BigDecimal withdrawn, BigDecimal onAds, LocalDate asOf) {
  /** What Telegram's terms said when this version was made. */
  public static final Rates DEFAULT =
      new Rates(new BigDecimal("0.013"), new BigDecimal("0.02"), LocalDate.of(2026, 11, 22));
}

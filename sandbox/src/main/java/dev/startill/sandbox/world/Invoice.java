package dev.startill.sandbox.world;

/**
 * What an invoice message or link asks for: it never expires and can be paid any number of times by
 * anyone (maintainer's word in tdlib/telegram-bot-api#603). The amount is whole Stars; {@code
 * subscriptionPeriod} is in seconds, 0 for a single payment.
 */
public record Invoice(
    String title,
    String description,
    String payload,
    String startParameter,
    String currency,
    long amount,
    String photoUrl,
    int subscriptionPeriod) {

  /** An invoice that is paid once. */
  public Invoice(
      String title,
      String description,
      String payload,
      String startParameter,
      String currency,
      long amount,
      String photoUrl) {
    this(title, description, payload, startParameter, currency, amount, photoUrl, 0);
  }

  /** The same, asked for again after every period of so many seconds. */
  public Invoice every(int seconds) {
    return new Invoice(
        title, description, payload, startParameter, currency, amount, photoUrl, seconds);
  }

  /** Whether paying it begins a subscription. */
  public boolean isSubscription() {
    return subscriptionPeriod > 0;
  }
}

package dev.startill.sandbox.world;

/** Where a bot's updates are posted; an empty address means that it polls. */
public record Webhook(String url, String secret, int maxConnections, String ipAddress) {
  /** Nothing set: the bot polls. Forty connections is Telegram's default. */
  public static final Webhook NONE = new Webhook("", "", 40, "");

  /** Whether updates are to be posted. */
  public boolean isSet() {
    return !url.isEmpty();
  }
}

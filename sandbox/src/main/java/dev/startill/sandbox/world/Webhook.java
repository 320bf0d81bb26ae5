package dev.startill.sandbox.world;

/**
 * Where a bot's updates are posted; an empty address means that it polls. {@code ipAddress} is
 * where the host was found, or where the bot said it is, which {@code pinned} tells apart. {@code
 * certificate} is the one that the bot uploaded, in PEM, or empty.
 */
public record Webhook(
    String url,
    String secret,
    int maxConnections,
    String ipAddress,
    boolean pinned,
    String certificate) {
  /** Nothing set: the bot polls. Forty connections is Telegram's default. */
  public static final Webhook NONE = new Webhook("", "", 40, "", false, "");

  /** Whether updates are to be posted. */
  public boolean isSet() {
    return !url.isEmpty();
  }

  /** The same, found at this address. */
  public Webhook at(String address) {
    return new Webhook(url, secret, maxConnections, address, pinned, certificate);
  }

  /** Whether setting that instead would change nothing; a certificate always counts as new. */
  public boolean isSameAs(Webhook other) {
    return url.equals(other.url)
        && secret.equals(other.secret)
        && maxConnections == other.maxConnections
        && pinned == other.pinned
        && (!pinned || ipAddress.equals(other.ipAddress))
        && certificate.isEmpty()
        && other.certificate.isEmpty();
  }
}

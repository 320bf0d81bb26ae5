package dev.startill.sandbox.world;

import java.util.regex.Pattern;

/**
 * An invite link to a channel or a group: {@code https://t.me/+hash}. A primary one is its
 * creator's main link; a revoked one lets nobody in.
 */
public record Invitation(
    String hash,
    Chat.Shared chat,
    long creator,
    Limits limits,
    Price price,
    boolean primary,
    boolean revoked) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://)?(?:t\\.me|telegram\\.me)/(?:\\+|joinchat/)([A-Za-z0-9_-]+)/?");

  /**
   * What its creator set: a name for administrators, when it ends (Unix seconds, 0 for never), how
   * many may be in the chat through it (0 for any number), and whether each is asked about.
   */
  public record Limits(String name, long expires, int members, boolean byRequest) {
    /** None. */
    public static final Limits NONE = new Limits("", 0, 0, false);
  }

  /** What a membership costs: so many Stars each so many seconds; no Stars for a free one. */
  public record Price(int period, long stars) {
    /** Nothing. */
    public static final Price FREE = new Price(0, 0);

    /** Whether there is nothing to pay. */
    public boolean isFree() {
      return stars == 0;
    }
  }

  /** The address as the Bot API shows it. */
  public String url() {
    return "https://t.me/+" + hash;
  }

  Invitation with(Limits other) {
    return new Invitation(hash, chat, creator, other, price, primary, revoked);
  }

  Invitation revokedNow() {
    return new Invitation(hash, chat, creator, limits, price, primary, true);
  }

  /** The hash in any spelling of an invite link; empty when it is none. */
  static String hashOf(String address) {
    var matcher = ADDRESS.matcher(address.strip());
    return matcher.matches() ? matcher.group(1) : "";
  }
}

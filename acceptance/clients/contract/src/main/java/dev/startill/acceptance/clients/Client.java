package dev.startill.acceptance.clients;

/** Who is tried: a library, its version, and how it takes its updates. */
public record Client(String name, String version, Updates updates) {

  /** The two roads that updates take to a bot. */
  public enum Updates {
    /** The bot asks for them. */
    POLLING("Polling"),
    /** They are posted to the bot. */
    WEBHOOK("Webhook");

    private final String heading;

    Updates(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }
  }
}

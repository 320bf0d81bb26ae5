package dev.startill.sandbox.world;

/** How it is known that Telegram behaves so. Only the first three are held to be certain. */
public enum Grounds {
  /** Said in Telegram's own documentation. */
  DOCUMENTED("documented"),
  /** Read in the source of the Bot API server or of TDLib. */
  SOURCE("read in source"),
  /** Seen by somebody who asked the live API, and told in public. */
  MEASURED("measured"),
  /** Nobody has said or seen it: the sandbox does what seems likeliest. */
  ASSUMED("assumed"),
  /** The sandbox's own, which Telegram does not have or does not show. */
  OWN("the sandbox's own");

  private final String words;

  Grounds(String words) {
    this.words = words;
  }

  /** Whether the behaviour is certain. */
  public boolean sure() {
    return this == DOCUMENTED || this == SOURCE || this == MEASURED;
  }

  /** As a table says it. */
  public String words() {
    return words;
  }
}

package dev.startill.doctor;

import java.util.Locale;

/** What a doctor looks at, in the order of looking. */
public enum Subject {
  /** The Java that runs this. */
  JAVA,
  /** A shop's configuration. */
  CONFIG,
  /** Where the database's file lies. */
  DISK,
  /** The store. */
  DATABASE,
  /** The shop's server. */
  SERVER,
  /** How far Telegram's statement was read. */
  STATEMENT,
  /** What waits for a person. */
  CASES,
  /** What waits to leave. */
  OUTBOX,
  /** What is on sale. */
  PRODUCTS,
  /** Telegram, and whether it takes the token. */
  TELEGRAM,
  /** This machine's clock against Telegram's. */
  CLOCK,
  /** How updates come. */
  UPDATES,
  /** The commands that Telegram asks of every seller. */
  COMMANDS,
  /** The Stars that Telegram holds for the bot. */
  BALANCE;

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

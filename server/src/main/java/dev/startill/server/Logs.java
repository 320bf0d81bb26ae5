package dev.startill.server;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The log: one line for each thing, to standard error. */
final class Logs {
  private static final String MANAGER = "java.util.logging.manager";

  private Logs() {}

  /** Takes effect if it is called before anything is logged. */
  static void install() {
    install(Level.INFO);
  }

  /** For a tool, which says itself what it did: only what a person should look at. */
  static void installQuietly() {
    install(Level.WARNING);
  }

  private static void install(Level ours) {
    System.setProperty(MANAGER, "dev.startill.server.Steady");
    var console = new ConsoleHandler();
    console.setFormatter(new OneLine());
    console.setLevel(Level.ALL);
    var root = Logger.getLogger("");
    root.addHandler(console);
    root.setLevel(Level.WARNING);
    Held.OURS.setLevel(ours);
    Held.HELIDON.setLevel(Level.OFF);
  }

  /** Loggers are forgotten when nobody holds them; made only after the manager is named. */
  private static final class Held {
    /** It shouts of a port that is taken, which we tell in our own words. */
    static final Logger HELIDON = Logger.getLogger("io.helidon.webserver.LoomServer");

    static final Logger OURS = Logger.getLogger("dev.startill");
  }
}

package dev.startill.sandbox.state;

import java.nio.file.Path;

/** The saved state cannot be used; the message says which file to delete. */
public final class StateUnreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StateUnreadable(Path file, String why) {
    super(
        "The sandbox's saved state "
            + file.toAbsolutePath()
            + " cannot be read: "
            + why
            + ". Delete this file to begin with an empty sandbox.");
  }
}

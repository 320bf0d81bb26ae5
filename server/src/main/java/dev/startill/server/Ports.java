package dev.startill.server;

import dev.startill.port.SettingsException;
import dev.startill.sandbox.state.FolderTaken;
import dev.startill.sandbox.state.StateUnreadable;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/** Says which option helps when a port is taken. */
final class Ports {
  private Ports() {}

  /**
   * Opens something that listens.
   *
   * @param option which option names its port
   * @throws SettingsException if it cannot listen, or not in its folder
   */
  static <T> T opened(Supplier<T> opening, String option) {
    try {
      return opening.get();
    } catch (FolderTaken | StateUnreadable e) {
      throw new SettingsException(String.valueOf(e.getMessage()));
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new SettingsException(
          "The port cannot be used (%s). Choose another with %s."
              .formatted(e.getMessage(), option));
    }
  }
}

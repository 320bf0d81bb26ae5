package dev.startill.sandbox.state;

import java.nio.file.Path;

/** Another sandbox keeps its state in this folder. */
public final class FolderTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  FolderTaken(Path folder) {
    super(
        "Another sandbox keeps its state in "
            + folder.toAbsolutePath()
            + ". Stop it, or give this one a folder of its own.");
  }
}

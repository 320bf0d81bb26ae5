package dev.startill.teeth;

import org.jspecify.annotations.Nullable;

/** A bug could not be planted: what it would spoil is not there any more. Plant it anew. */
final class PatchMissed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PatchMissed(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}

package dev.startill.sandbox.world;

/** Writes what an update holds under its field, as JSON in UTF-8, at the moment it is queued. */
@FunctionalInterface
public interface Scribe {
  /** Called inside the World, which it may read. */
  byte[] write(World world, Update.Body body);

  /** Writes nothing: enough where nobody reads JSON. */
  Scribe SILENT = (world, body) -> new byte[0];
}

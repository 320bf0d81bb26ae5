package dev.startill.port;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a store keeps what it is told, as it says itself, for a doctor to judge. Immutable.
 *
 * @param place what it is called, without anything secret
 * @param schema the newest step of its schema that was taken
 * @param guarantees what its promise rests on, and whether it holds
 * @param disk where its file is, for those that have one
 */
public record Condition(String place, int schema, List<Guarantee> guarantees, Optional<Disk> disk) {
  public Condition {
    guarantees = List.copyOf(guarantees);
  }

  /**
   * A setting of the database without which something that was acknowledged may be lost.
   *
   * @param name as the database calls it
   * @param value what it is
   * @param wanted what it must be
   */
  public record Guarantee(String name, String value, String wanted) {
    /** Whether it is so. */
    public boolean holds() {
      return value.equalsIgnoreCase(wanted);
    }
  }

  /**
   * Where a store's file lies.
   *
   * @param file the file
   * @param owner who owns it; empty where nobody can tell
   * @param user whose process this is; empty where nobody can tell
   * @param strangers files beside it that belong to it, but to another owner
   * @param system the file system's type, as the operating system calls it
   * @param free bytes that may still be written
   */
  public record Disk(
      Path file, String owner, String user, List<Path> strangers, String system, long free) {
    public Disk {
      strangers = List.copyOf(strangers);
    }
  }
}

package dev.startill.jdbc;

import java.io.IOException;

/** A process that takes a serve lock and keeps it until it dies. */
final class LockHolder {
  private LockHolder() {}

  @SuppressWarnings("SystemOut") // its parent reads it
  public static void main(String[] arguments) throws IOException {
    try (var lock = ServeLock.take(arguments[0])) {
      System.out.println(lock == null ? "" : "locked");
      System.in.read();
    }
  }
}

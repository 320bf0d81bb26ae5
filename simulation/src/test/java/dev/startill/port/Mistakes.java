package dev.startill.port;

import java.lang.invoke.MethodHandle;

/** A wrong count. */
final class Mistakes {
  private Mistakes() {}

  static Cursor oneLineTooFar(Cursor cursor, int more, MethodHandle shipped) {
    return new Cursor(cursor.lines() + more + (more > 0 ? 1 : 0), cursor.readTo());
  }
}

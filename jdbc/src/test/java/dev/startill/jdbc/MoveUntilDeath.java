package dev.startill.jdbc;

import java.time.InstantSource;
import java.util.Random;

/** Moves a store, saying how far it is, until it is killed. */
final class MoveUntilDeath {
  private MoveUntilDeath() {}

  @SuppressWarnings("SystemOut") // its parent reads it
  public static void main(String[] arguments) {
    Move.of(arguments[0], arguments[1], InstantSource.system(), new Random())
        .run(
            new Move.Watcher() {
              @Override
              public void begins(Move.Part part, long all) {}

              @Override
              public void at(long rows) {
                System.out.println(rows);
              }
            });
  }
}

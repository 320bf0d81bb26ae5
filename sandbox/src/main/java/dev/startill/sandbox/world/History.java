package dev.startill.sandbox.world;

import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds the messages of all chats together: what was said longest ago, wherever, is forgotten. */
final class History {
  private record Said(Room room, long number) {}

  private final Deque<Said> said = new ArrayDeque<>();
  private final World world;

  History(World world) {
    this.world = world;
  }

  /** A room took up its message of that number, and others forget what is too much. */
  void took(Room room, long number) {
    said.add(new Said(room, number));
    while (said.size() > world.knobs().history()) {
      var oldest = said.remove();
      oldest.room().forget(oldest.number());
    }
  }

  /** A message is gone for good. */
  void forgot(Message message) {
    world.margins().drop(message);
  }
}

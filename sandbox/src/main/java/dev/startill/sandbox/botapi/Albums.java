package dev.startill.sandbox.botapi;

import dev.startill.sandbox.world.Marks;
import dev.startill.sandbox.world.Message;
import dev.startill.sandbox.world.World;
import java.util.HashMap;
import java.util.Map;

/** Keeps albums together when they are sent anew: each gets one new identifier. */
final class Albums {
  private final World world;
  private final Marks marks;
  private final Map<String, String> renamed = new HashMap<>();

  Albums(World world, Marks marks) {
    this.world = world;
    this.marks = marks;
  }

  /** The marks for what becomes of this message. */
  Marks apply(Message message) {
    var album = message.marks().mediaGroup();
    return album.isEmpty()
        ? marks
        : marks.inAlbum(renamed.computeIfAbsent(album, old -> world.newAlbum()));
  }
}

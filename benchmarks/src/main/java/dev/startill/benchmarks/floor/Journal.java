package dev.startill.benchmarks.floor;

import dev.startill.benchmarks.wire.Bytes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A file that is only appended to, a line for each thing that happened. For one thread. */
final class Journal {
  private final FileChannel file;
  private final Set<String> paid = new HashSet<>();
  private final Map<String, Long> untold = new HashMap<>();
  private final Bytes fresh = new Bytes();
  private boolean mustLast;

  Journal(Path path) throws IOException {
    if (Files.exists(path)) {
      Files.readAllLines(path).forEach(this::recall);
    }
    file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Payments whose goods were not told when the last process died, and their chats. */
  Map<String, Long> untold() {
    return Map.copyOf(untold);
  }

  /** A checkout that is about to be answered. */
  void approved(String query) {
    fresh.add("approved ").add(query).add("\n");
    mustLast = true;
  }

  /** A payment; false if it is known. */
  boolean paid(String charge, long chat) {
    if (!paid.add(charge)) {
      return false;
    }
    fresh.add("paid ").add(charge).add(" ").add(chat).add("\n");
    mustLast = true;
    return true;
  }

  /** Goods that have come; this may be forgotten, and they come again. */
  void told(String charge) {
    fresh.add("told ").add(charge).add("\n");
  }

  /** All that must last is on the disk when this returns. */
  void sync() {
    if (!mustLast) {
      return;
    }
    try {
      var left = ByteBuffer.wrap(fresh.toArray());
      while (left.hasRemaining()) {
        file.write(left);
      }
      file.force(false);
      fresh.clear();
      mustLast = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void recall(String line) {
    var words = line.split(" ", -1);
    if (words[0].equals("paid") && words.length == 3) {
      paid.add(words[1]);
      untold.put(words[1], Long.parseLong(words[2]));
    } else if (words[0].equals("told")) {
      untold.remove(words[1]);
    }
  }
}

package dev.startill.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sandbox's event stream, read once for all buyers, so that waiting costs next to nothing. It
 * looks for words in the JSON instead of parsing it. Threads share it.
 */
final class Events {
  private static final String MESSAGE_OF = "data:{\"user\":";
  private static final String ID = "\"message_id\":";

  private final Map<Long, Chat> chats = new ConcurrentHashMap<>();

  /** Follows the stream until the sandbox ends. */
  void follow(URI sandbox) throws IOException {
    var stream = new Wire(sandbox).stream("/sandbox/events");
    Thread.ofPlatform()
        .daemon()
        .name("events")
        .start(
            () -> {
              try (var lines =
                  new BufferedReader(new InputStreamReader(stream, StandardCharsets.ISO_8859_1))) {
                lines.lines().forEach(this::read);
              } catch (IOException e) {
                System.err.println("The events ended: " + e.getMessage());
              }
            });
  }

  /** Where this buyer's messages arrive from now on. */
  Chat of(long buyer) {
    return chats.computeIfAbsent(buyer, b -> new Chat());
  }

  /** A message of the bot is its invoice or, in this load, the goods. */
  private void read(String line) {
    if (line.startsWith(MESSAGE_OF) && line.contains("\"is_bot\":true")) {
      var chat = chats.get(number(line, MESSAGE_OF));
      if (chat != null) {
        chat.arrived(new Chat.Post(number(line, ID), line.contains("\"invoice\":{")));
      }
    }
  }

  /** The number after these words. */
  static long number(String json, String words) {
    var from = json.indexOf(words);
    if (from < 0) {
      throw new IllegalStateException("no " + words + " in " + json);
    }
    from += words.length();
    var to = from;
    while (to < json.length() && Character.isDigit(json.charAt(to))) {
      to++;
    }
    return Long.parseLong(json, from, to, 10);
  }
}

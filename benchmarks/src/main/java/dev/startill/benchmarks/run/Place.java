package dev.startill.benchmarks.run;

import dev.startill.benchmarks.telegram.Telegram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * An empty folder for one contestant in one pass.
 *
 * @param home the folder
 * @param contestant whose it is
 * @param updates how they come
 */
record Place(Path home, Contestant contestant, Stall.Mode updates) {
  /** Empties the folder of this contestant among all others'. */
  static Place in(Path folder, Contestant contestant, Stall.Mode updates) throws IOException {
    var home = folder.resolve(contestant.name().replace(' ', '-')).toAbsolutePath();
    clear(home);
    Files.createDirectories(home);
    return new Place(home, contestant, updates);
  }

  /** Empty books. */
  Books openBooks() {
    return contestant.needs().books().open(home);
  }

  /** One for each node; what Telegram posts is spread over all of them. */
  List<Stall> stalls(Telegram telegram, Books books) throws IOException {
    var nodes = contestant.needs().nodes();
    var ports = freePorts(nodes);
    if (nodes > 1) {
      telegram.postInTurnTo(ports);
    }
    var api = URI.create("http://127.0.0.1:" + telegram.port());
    var webhook = Stall.webhookAt(ports.get(0));
    var stalls = new ArrayList<Stall>();
    for (var port : ports) {
      var folder = nodes == 1 ? home : home.resolve("node-" + (stalls.size() + 1));
      Files.createDirectories(folder);
      stalls.add(new Stall(updates, api, port, webhook, folder, books.url()));
    }
    return stalls;
  }

  /** Away with a folder and all that it holds. */
  static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  /** All different, as they are taken at the same time. */
  private static List<Integer> freePorts(int number) throws IOException {
    if (number == 0) {
      return new ArrayList<>();
    }
    try (var socket = new ServerSocket(0)) {
      var ports = freePorts(number - 1);
      ports.add(0, socket.getLocalPort());
      return ports;
    }
  }
}

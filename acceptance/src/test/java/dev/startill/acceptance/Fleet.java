package dev.startill.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Nodes of one shop, each a process of its own, on one database. */
final class Fleet implements AutoCloseable {
  private final List<Member> members = new ArrayList<>();
  private final Deeds deeds;

  private Fleet(Deeds deeds) {
    this.deeds = deeds;
  }

  /**
   * Nodes that are up and well.
   *
   * @param yaml their common file, but for {@code {node}} and {@code {port}}
   * @param ports where they listen, one each
   * @param deeds learns what they do
   */
  static Fleet serving(Path folder, String yaml, List<Integer> ports, Deeds deeds) {
    var fleet = new Fleet(deeds);
    try {
      for (var port : ports) {
        fleet.members.add(fleet.serve(folder, yaml, port));
      }
      return fleet;
    } catch (AssertionError e) {
      fleet.close();
      throw e;
    }
  }

  /** So many ports of this machine that nobody listens on. */
  static List<Integer> freePorts(int count) {
    var sockets = new ArrayList<ServerSocket>();
    try {
      for (var i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      var ports = sockets.stream().map(ServerSocket::getLocalPort).toList();
      for (var socket : sockets) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What its nodes did up to now. */
  Deeds deeds() {
    members.forEach(Member::note);
    return deeds;
  }

  /** Who polls, as far as they know. */
  Optional<Member> poller() {
    return members.stream()
        .map(member -> member.shop.health().text())
        .filter(health -> !health.isEmpty())
        .map(health -> Json.read(health).path("node").path("leases").path("poller"))
        .map(lease -> lease.path("holder").asString(""))
        .flatMap(holder -> members.stream().filter(member -> member.name.equals(holder)))
        .findFirst();
  }

  /** The one that booked most sales so far: while it is away, the others catch up. */
  Member busiest() {
    return members.stream().max(Comparator.comparingInt(Member::sales)).orElseThrow();
  }

  /** Whether each of them can sell. */
  boolean isWell() {
    return members.stream().allMatch(member -> member.shop.health().status() == 200);
  }

  @Override
  public void close() {
    for (var member : members) {
      member.shop.stop();
      member.note();
    }
  }

  private Member serve(Path folder, String yaml, int port) {
    var name = "node-" + port;
    try {
      var own = Files.createDirectories(folder.resolve(name));
      Files.writeString(own.resolve("codes.txt"), "CODE-ONE\n");
      Files.writeString(own.resolve("guide.txt"), "Chapter one.");
      var filled = yaml.replace("{node}", name).replace("{port}", Integer.toString(port));
      return new Member(name, Shop.serving(own, filled));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of them. */
  final class Member {
    private final String name;
    private final Shop shop;

    private Member(String name, Shop shop) {
      this.name = name;
      this.shop = shop;
    }

    /** It dies, and begins anew a little later. */
    void diesAnd(Runnable meanwhile) {
      shop.kill();
      note();
      meanwhile.run();
      shop.startAgain();
    }

    /** It stands still, and goes on as if nothing had been. */
    void freezesWhile(Runnable meanwhile) {
      shop.freeze();
      meanwhile.run();
      shop.thaw();
    }

    private int sales() {
      return deeds.sales(name, shop.said());
    }

    private void note() {
      deeds.note(name, shop.said());
    }
  }
}

package dev.startill.node;

import dev.startill.port.NodeId;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** What a node is called that nobody gave a name. Stateless. */
public final class NodeName {
  private static final int LONGEST = 40;

  private NodeName() {}

  /**
   * After this machine, as {@code shop-3f2a}.
   *
   * @param random tells apart two nodes of one machine
   */
  public static NodeId ofThisHost(RandomGenerator random) {
    var letters = HexFormat.of().toHexDigits(random.nextInt()).substring(0, 4);
    return new NodeId(host() + "-" + letters);
  }

  /** As much of its name as an id may hold. */
  private static String host() {
    try {
      var name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "");
      return name.isEmpty() ? "node" : name.substring(0, Math.min(name.length(), LONGEST));
    } catch (UnknownHostException e) {
      return "node";
    }
  }
}

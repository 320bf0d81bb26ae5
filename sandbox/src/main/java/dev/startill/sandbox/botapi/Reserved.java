package dev.startill.sandbox.botapi;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;

/** IPv4 addresses that are nobody's on the internet, as tdlib/td lists them (IPAddress.cpp). */
final class Reserved {
  private record Block(int address, int mask) {}

  private static final List<Block> BLOCKS =
      List.of(
          block(0, 0, 0, 8),
          block(10, 0, 0, 8),
          block(100, 64, 0, 10),
          block(127, 0, 0, 8),
          block(169, 254, 0, 16),
          block(172, 16, 0, 12),
          block(192, 0, 0, 24),
          block(192, 0, 2, 24),
          block(192, 88, 99, 24),
          block(192, 168, 0, 16),
          block(198, 18, 0, 15),
          block(198, 51, 100, 24),
          block(203, 0, 113, 24),
          block(224, 0, 0, 3));

  private Reserved() {}

  static boolean contains(InetAddress address) {
    int number = ByteBuffer.wrap(address.getAddress()).getInt();
    return BLOCKS.stream().anyMatch(block -> (number & block.mask()) == block.address());
  }

  private static Block block(int first, int second, int third, int bits) {
    return new Block(first << 24 | second << 16 | third << 8, -1 << (Integer.SIZE - bits));
  }
}

package dev.redress.delivery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the public internet from those that lead to this machine, its network or
 * nowhere, after the special-purpose address registries of IANA (RFC 6890).
 */
final class PublicAddress {
  private static final List<Block> SPECIAL =
      List.of(
          // This network, private networks, carriers' networks, this machine, link-local.
          block("0.0.0.0", 8),
          block("10.0.0.0", 8),
          block("100.64.0.0", 10),
          block("127.0.0.0", 8),
          block("169.254.0.0", 16),
          block("172.16.0.0", 12),
          // Protocols, examples, private, benchmarks, examples.
          block("192.0.0.0", 24),
          block("192.0.2.0", 24),
          block("192.168.0.0", 16),
          block("198.18.0.0", 15),
          block("198.51.100.0", 24),
          block("203.0.113.0", 24),
          // Multicast, reserved and broadcast.
          block("224.0.0.0", 3));

  /** Of IPv6 only what is handed out is public. */
  private static final Block GLOBAL_UNICAST = block("2000::", 3);

  private static final List<Block> SPECIAL_6 =
      List.of(
          // Teredo, ORCHID and other protocols; examples; 6to4, which wraps any IPv4 address.
          block("2001::", 23), block("2001:db8::", 32), block("2002::", 16), block("3fff::", 20));

  private PublicAddress() {}

  /** Whether an address is one of the public internet. */
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address
        ? GLOBAL_UNICAST.holds(bytes) && SPECIAL_6.stream().noneMatch(each -> each.holds(bytes))
        : SPECIAL.stream().noneMatch(each -> each.holds(bytes));
  }

  private static Block block(String network, int bits) {
    try {
      // A literal: no name is asked for.
      return new Block(InetAddress.getByName(network), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * A block of addresses.
   *
   * @param bits that all of them share
   */
  private record Block(InetAddress network, int bits) {
    boolean holds(byte[] address) {
      byte[] mine = network.getAddress();
      int whole = bits / Byte.SIZE;
      int rest = Byte.SIZE - bits % Byte.SIZE;
      return mine.length == address.length
          && Arrays.equals(mine, 0, whole, address, 0, whole)
          && (rest == Byte.SIZE
              || (mine[whole] & 0xff) >>> rest == (address[whole] & 0xff) >>> rest);
    }
  }
}

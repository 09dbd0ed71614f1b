package dev.redress.cli.generate;

import java.util.SplittableRandom;

/** Makes one source of chance for each customer out of the seed of a run. */
final class Seeds {
  private Seeds() {}

  /**
   * The source of a customer. Seeds are mixed first, because {@link SplittableRandom} steps by a
   * constant: two seeds that differ by a multiple of it would give the same stream, shifted.
   */
  static SplittableRandom ofCustomer(long seed, int index) {
    return new SplittableRandom(mixed(mixed(seed) + index));
  }

  /** SplitMix64's output function (Steele, Lea and Flood 2014; constants: Stafford's mix 13). */
  private static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}

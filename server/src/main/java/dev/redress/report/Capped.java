package dev.redress.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares out what a line costs: however much is said to be wrong with it, no cent counts twice. */
final class Capped {
  private Capped() {}

  /**
   * What of an amount goes to each part: all that it asks for, in their order, as long as there is
   * something left.
   *
   * @param amountMinor what the line costs
   * @param parts what each asks for; what is not more than 0 gets nothing
   */
  static <K> Map<K, Long> shares(long amountMinor, List<Part<K>> parts) {
    Map<K, Long> shares = new LinkedHashMap<>();
    long left = amountMinor;
    for (Part<K> part : parts) {
      long share = Math.min(left, part.minor());
      if (share > 0) {
        shares.merge(part.key(), share, Long::sum);
        left -= share;
      }
    }
    return shares;
  }

  /** What asks for a part of a line, and for how much. */
  record Part<K>(K key, long minor) {}
}

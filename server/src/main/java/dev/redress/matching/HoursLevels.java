package dev.redress.matching;

import dev.redress.time.Hours;
import java.util.List;

/**
 * How billed and logged hours compare, the best level first: the same (or the same once rounded up
 * to the quarter), at most a quarter apart, apart by at most each of the shares of the billed hours
 * that the model names, fewer billed, more billed.
 */
final class HoursLevels {
  /** The level of hours that are the same. */
  static final int EQUAL = 0;

  /** Hours are commonly billed by the quarter: up to one of them more is still the same work. */
  private static final Hours QUARTER = Hours.of("0.25");

  private static final int CLOSE = 1;

  private final double[] shares;

  /** With the shares that the model names, ascending. */
  HoursLevels(List<Double> shares) {
    this.shares = shares.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** How many levels there are. */
  int count() {
    return shares.length + 4;
  }

  /** The level of hours that are logged, and more than could be billed. */
  int fewer() {
    return shares.length + 2;
  }

  /** The level of hours that are billed, and more than were logged. */
  int more() {
    return shares.length + 3;
  }

  /** Compares two quantities. */
  int of(Hours billed, Hours logged) {
    return of(billed.tenThousandths(), logged.tenThousandths());
  }

  /** The same in ten-thousandths, for many comparisons. */
  int of(long billed, long logged) {
    if (isEqual(billed, logged)) {
      return EQUAL;
    }
    long difference = billed - logged;
    for (int level = CLOSE; level < fewer(); level++) {
      if (Math.abs(difference) <= slack(billed, level)) {
        return level;
      }
    }
    return difference > 0 ? more() : fewer();
  }

  /** Whether two quantities are the same work. */
  static boolean isEqual(Hours billed, Hours logged) {
    return isEqual(billed.tenThousandths(), logged.tenThousandths());
  }

  private static boolean isEqual(long billed, long logged) {
    long more = billed - logged;
    long quarter = QUARTER.tenThousandths();
    return more == 0 || (more > 0 && more < quarter && billed % quarter == 0);
  }

  /**
   * Counts how many quantities compare with some billed hours at each level.
   *
   * @param sorted the quantities in ten-thousandths, ascending
   */
  LevelCounts count(Hours billed, long[] sorted) {
    LevelCounts counts = new LevelCounts(count());
    long hours = billed.tenThousandths();
    boolean isRounded = billed.equals(billed.roundedUp(QUARTER));
    int from = below(sorted, isRounded ? hours - QUARTER.tenThousandths() + 1 : hours);
    int to = below(sorted, hours + 1);
    counts.add(EQUAL, to - from);
    for (int level = CLOSE; level < fewer(); level++) {
      int wider = Math.min(from, below(sorted, hours - slack(hours, level)));
      int end = Math.max(to, below(sorted, hours + slack(hours, level) + 1));
      counts.add(level, end - to + from - wider);
      from = wider;
      to = end;
    }
    counts.add(fewer(), sorted.length - to);
    counts.add(more(), from);
    return counts;
  }

  /** How far apart hours of a level may be, in ten-thousandths. */
  private long slack(long billed, int level) {
    return level == CLOSE ? QUARTER.tenThousandths() : (long) (billed * shares[level - CLOSE - 1]);
  }

  /** How many of the sorted quantities are less than one. */
  static int below(long[] sorted, long quantity) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < quantity) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

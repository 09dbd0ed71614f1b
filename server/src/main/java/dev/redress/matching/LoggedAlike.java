package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.Comparator;
import java.util.List;

/**
 * Finds logged work for a line whose technician is not in the log: whoever logged it, with about as
 * many hours and about the same date.
 */
final class LoggedAlike {
  /** Hours that differ by a larger share are others. */
  private static final double HOURS_SHARE = 0.125;

  /** Hours that differ by less are alike however few they are. */
  private static final long HOURS_MIN = 2_500;

  /** Work is billed within so many days. */
  private static final int DAYS = 31;

  /** Most requests of a line. */
  private static final int REQUESTS_MAX = 32;

  private final WorkDates workDates;
  private final HoursComparison hoursComparison;
  private final TextComparison text;
  private final List<LoggedWork> work;
  private final long[] hours;
  private final int[] days;

  LoggedAlike(
      WorkLog log, WorkDates workDates, HoursComparison hoursComparison, TextComparison text) {
    this.workDates = workDates;
    this.hoursComparison = hoursComparison;
    this.text = text;
    work =
        log.all().stream()
            .sorted(
                Comparator.comparing((LoggedWork logged) -> logged.entry().hours())
                    .thenComparing(LoggedWork::id))
            .toList();
    hours = work.stream().mapToLong(logged -> logged.entry().hours().tenThousandths()).toArray();
    days = work.stream().mapToInt(LoggedWork::day).toArray();
  }

  /**
   * The requests that look best by hours, date and words; one with several such entries may come
   * several times.
   *
   * @param hits what the words of the line find
   */
  int[] requests(LineView line, Hits hits) {
    Hours billed = line.line().hours();
    long slack = Math.max(HOURS_MIN, (long) (billed.tenThousandths() * HOURS_SHARE));
    int from = HoursLevels.below(hours, billed.tenThousandths() - slack);
    int to = HoursLevels.below(hours, billed.tenThousandths() + slack + 1);
    double[] hoursBits = hoursComparison.bitsByLevel(billed);
    double[] dayBits = workDates.bitsByLevel(line.day());
    Shortlist best = new Shortlist(REQUESTS_MAX);
    for (int at = from; at < to; at++) {
      int later = line.day() - days[at];
      if (Math.abs(later) > DAYS) {
        continue;
      }
      double value =
          hoursBits[hoursComparison.level(billed.tenThousandths(), hours[at])]
              + dayBits[workDates.level(later)]
              + text.roughBits(line, hits.score(work.get(at).request()));
      best.offer(work.get(at).request(), value);
    }
    return best.requests();
  }
}

package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The date of the work against the nearest time entry of a request. What counts as rare is counted
 * among the requests that the same technician logged time on, or else among all that have time
 * entries: four requests of one day share what the day is worth.
 */
final class WorkDates {
  private final WorkModel model;
  private final WorkLog log;

  /** Farther days count as this many. */
  private final int daysMax;

  /** The level of each number of days from the logged work to the line, from the least on. */
  private final int[] levels;

  /** By technician and day, the bits of each level. */
  private final Map<Seen, double[]> ownBits = new HashMap<>();

  /** The same by day, of requests on which others logged time. */
  private final Map<Integer, double[]> allBits = new HashMap<>();

  WorkDates(WorkModel model, WorkLog log) {
    this.model = model;
    this.log = log;
    LevelTable table = new LevelTable(model.dayBounds(), model.dayShares());
    daysMax = model.dayBounds().getLast();
    levels = new int[2 * daysMax + 1];
    boolean isEarlierLikeLater = model.dayBounds().getFirst() >= 0;
    for (int days = -daysMax; days <= daysMax; days++) {
      levels[days + daysMax] = table.levelOf(isEarlierLikeLater ? Math.abs(days) : days);
    }
  }

  /** Whose entries were counted for which day. */
  private record Seen(PersonName technician, int day) {}

  /** The bits of a request that has time entries. */
  double bits(LineView line, int request) {
    List<LoggedWork> own = line.logged().on(request);
    return own.isEmpty()
        ? bitsByLevel(line.day())[level(log.book().work(request), line.day())]
        : ownBitsByLevel(line)[level(own, line.day())];
  }

  /** The level of a request that has time entries, from 0 for the nearest. */
  int level(LineView line, int request) {
    List<LoggedWork> own = line.logged().on(request);
    return level(own.isEmpty() ? log.book().work(request) : own, line.day());
  }

  /** What each level is worth for work on a day of somebody who is not in the log. */
  double[] bitsByLevel(int day) {
    return allBits.computeIfAbsent(day, key -> count(key, log.everybody()));
  }

  /** The level of so many days from the logged work to the line. */
  int level(int days) {
    return levels[Math.clamp(days, -daysMax, daysMax) + daysMax];
  }

  /** The level of a request whose nearest entry is so many days before the line. */
  int levelOfNearest(int days) {
    return level(Math.abs(days) < daysMax ? days : daysMax);
  }

  /** The bits of each level for requests on which the line's technician logged time. */
  double[] ownBitsByLevel(LineView line) {
    return ownBits.computeIfAbsent(
        new Seen(line.technician(), line.day()), _ -> count(line.day(), line.logged()));
  }

  /** The bits of each level, by how many requests reach it. */
  private double[] count(int day, TechnicianLog logged) {
    Map<Integer, Integer> nearest = new HashMap<>();
    for (LoggedWork work : logged.near(day, daysMax)) {
      nearest.merge(work.request(), day - work.day(), WorkDates::nearer);
    }
    LevelCounts counted = new LevelCounts(model.dayShares().size());
    nearest.values().forEach(days -> counted.add(level(days)));
    counted.add(level(daysMax), logged.requests() - nearest.size());
    return counted.bits(model.dayShares(), model.dayBaseline(), model.baselineWeight());
  }

  /** The level of the nearest of some entries; of two equally near the earlier. */
  private int level(List<LoggedWork> work, int day) {
    int nearest = daysMax;
    for (LoggedWork logged : work) {
      nearest = nearer(nearest, day - logged.day());
    }
    return level(nearest);
  }

  private static int nearer(int one, int other) {
    int nearer = Math.abs(one) - Math.abs(other);
    return nearer > 0 || (nearer == 0 && other > one) ? other : one;
  }
}

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

  /** The level of each distance in days; farther distances have the last. */
  private final int[] levels;

  /** By technician and day, the bits of each level. */
  private final Map<Seen, double[]> ownBits = new HashMap<>();

  /** The same by day, of requests on which others logged time. */
  private final Map<Integer, double[]> allBits = new HashMap<>();

  WorkDates(WorkModel model, WorkLog log) {
    this.model = model;
    this.log = log;
    LevelTable table = new LevelTable(model.dayBounds(), model.dayShares());
    levels = new int[model.dayBounds().getLast() + 1];
    for (int days = 0; days < levels.length; days++) {
      levels[days] = table.levelOf(days);
    }
  }

  /** Whose entries were counted for which day. */
  private record Seen(PersonName technician, int day) {}

  /** The bits of a request that has time entries. */
  double bits(LineView line, int request) {
    List<LoggedWork> own = line.logged().on(request);
    return own.isEmpty()
        ? othersBits(line)[level(log.book().work(request), line.day())]
        : ownBits(line)[level(own, line.day())];
  }

  /** The bits of each level for requests on which the line's technician logged time. */
  private double[] ownBits(LineView line) {
    return ownBits.computeIfAbsent(new Seen(line.technician(), line.day()), _ -> countOwn(line));
  }

  /** The bits of each level for requests on which only others did. */
  private double[] othersBits(LineView line) {
    return allBits.computeIfAbsent(line.day(), this::countAll);
  }

  private double[] countOwn(LineView line) {
    return count(line.day(), line.logged());
  }

  private double[] countAll(int day) {
    return count(day, log.everybody());
  }

  /** The bits of each level, by how many requests reach it. */
  private double[] count(int day, TechnicianLog logged) {
    Map<Integer, Integer> nearest = new HashMap<>();
    for (LoggedWork work : logged.near(day, levels.length - 1)) {
      nearest.merge(work.request(), Math.abs(work.day() - day), Math::min);
    }
    LevelCounts counted = new LevelCounts(model.dayShares().size());
    nearest.values().forEach(days -> counted.add(levels[days]));
    counted.add(levels[levels.length - 1], logged.requests() - nearest.size());
    return counted.bits(model.dayShares(), model.dayBaseline(), model.baselineWeight());
  }

  /** The level of the distance of the nearest of some entries. */
  private int level(List<LoggedWork> work, int day) {
    int nearest = levels.length - 1;
    for (LoggedWork logged : work) {
      nearest = Math.min(nearest, Math.abs(logged.day() - day));
    }
    return levels[nearest];
  }
}

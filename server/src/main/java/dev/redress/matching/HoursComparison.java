package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares the hours billed with the hours logged on a request that do not back another line yet.
 */
final class HoursComparison implements Comparison {
  private final WorkModel model;
  private final WorkLog log;
  private final SpentHours spent;
  private final HoursLevels levels;
  private final long[] logged;

  /** By the hours billed, the bits of each level. */
  private final Map<Hours, double[]> levelBits;

  HoursComparison(WorkModel model, WorkLog log, SpentHours spent) {
    this.model = model;
    this.log = log;
    this.spent = spent;
    this.levels = new HoursLevels(model.hoursBounds());
    this.logged =
        log.all().stream()
            .mapToLong(work -> work.entry().hours().tenThousandths())
            .sorted()
            .toArray();
    this.levelBits = new HashMap<>();
  }

  private HoursComparison(HoursComparison same, SpentHours spent) {
    this.model = same.model;
    this.log = same.log;
    this.spent = spent;
    this.levels = same.levels;
    this.logged = same.logged;
    this.levelBits = same.levelBits;
  }

  /** The same comparison where other hours are spent. */
  HoursComparison with(SpentHours others) {
    return new HoursComparison(this, others);
  }

  @Override
  public double bits(LineView line, int request) {
    Hours billed = line.line().hours();
    List<LoggedWork> nearest = log.nearest(line, request);
    if (nearest.isEmpty() || !billed.isPositive()) {
      return 0;
    }
    if (!spent.isAnyLeft(log.book().work(request))) {
      return model.spentBits();
    }
    return bitsByLevel(billed)[bestLevel(billed, line.logged().on(request), nearest)];
  }

  /**
   * Works out the bits anew of those candidates whose hours were spent or given back.
   *
   * @param bits by candidate
   * @param changes how many changes of spent hours the bits know of; -1 for none, not even that
   *     there were none
   */
  void refresh(Candidates candidates, double[] bits, int changes) {
    Hours billed = candidates.line().line().hours();
    if (!billed.isPositive()) {
      return;
    }
    double[] byLevel = bitsByLevel(billed);
    for (int candidate = 0; candidate < bits.length; candidate++) {
      int request = candidates.request(candidate);
      List<LoggedWork> nearest = candidates.nearest(candidate);
      if (!nearest.isEmpty() && spent.lastChange(request) > changes) {
        bits[candidate] =
            spent.isAnyLeft(log.book().work(request))
                ? byLevel[bestLevel(billed, candidates.own(candidate), nearest)]
                : model.spentBits();
      }
    }
  }

  /** The level of two quantities in ten-thousandths, see {@link #bitsByLevel}. */
  int level(long billed, long logged) {
    return levels.of(billed, logged);
  }

  /** What each level is worth for some billed hours; not to be changed. */
  double[] bitsByLevel(Hours billed) {
    return levelBits.computeIfAbsent(
        billed,
        hours ->
            levels
                .count(hours, logged)
                .bits(model.hoursShares(), model.hoursBaseline(), model.baselineWeight()));
  }

  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.HOURS,
        line.line().hours() + " h",
        logged(log.nearest(line, request)),
        bits(line, request));
  }

  /** The place of the level that a pair reaches in the lists of the model; -1 without hours. */
  int levelPlace(LineView line, int request) {
    List<LoggedWork> nearest = log.nearest(line, request);
    return nearest.isEmpty() || !line.line().hours().isPositive()
        ? -1
        : bestLevel(line.line().hours(), line.logged().on(request), nearest);
  }

  private String logged(List<LoggedWork> work) {
    if (work.isEmpty()) {
      return "no time logged";
    }
    String hours = sum(work) + " h on " + work.getFirst().entry().workDate();
    return spent.isAnyLeft(work) ? hours : hours + ", already billed";
  }

  /** The best of: one entry of the day, all of the day, all that the technician logged on it. */
  private int bestLevel(Hours billed, List<LoggedWork> own, List<LoggedWork> nearest) {
    int best = levels.of(billed, left(nearest));
    for (LoggedWork work : nearest.size() == 1 ? List.<LoggedWork>of() : nearest) {
      best = Math.min(best, levels.of(billed, spent.left(work)));
    }
    return own.size() <= nearest.size() ? best : Math.min(best, levels.of(billed, left(own)));
  }

  private static Hours sum(List<LoggedWork> work) {
    return Hours.sum(work.stream().map(logged -> logged.entry().hours()));
  }

  private Hours left(List<LoggedWork> work) {
    Hours left = spent.left(work.getFirst());
    for (LoggedWork other : work.subList(1, work.size())) {
      left = left.plus(spent.left(other));
    }
    return left;
  }
}

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
  /** Hours are commonly billed by the quarter: up to one of them more is still the same work. */
  private static final Hours QUARTER = Hours.of("0.25");

  private final WorkModel model;
  private final WorkLog log;
  private final SpentHours spent;

  /** By the hours billed, the bits of each level. */
  private final Map<Hours, double[]> levelBits = new HashMap<>();

  HoursComparison(WorkModel model, WorkLog log, SpentHours spent) {
    this.model = model;
    this.log = log;
    this.spent = spent;
  }

  /** How billed and logged hours compare, the best first. */
  enum Level {
    /** The same, or the same once rounded up to the quarter. */
    EQUAL(0),
    /** At most a quarter apart. */
    CLOSE(1),
    /** Fewer were billed than logged. */
    FEWER(2),
    /** More were billed than logged. */
    MORE(3);

    /** The place of the level in the lists of the model. */
    private final int place;

    Level(int place) {
      this.place = place;
    }
  }

  /** Compares two quantities. */
  static Level level(Hours billed, Hours logged) {
    long difference = billed.tenThousandths() - logged.tenThousandths();
    if (difference == 0 || billed.equals(logged.roundedUp(QUARTER))) {
      return Level.EQUAL;
    }
    if (Math.abs(difference) <= QUARTER.tenThousandths()) {
      return Level.CLOSE;
    }
    return difference > 0 ? Level.MORE : Level.FEWER;
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
    double[] bits = levelBits.computeIfAbsent(billed, this::count);
    return bits[bestLevel(line, request, nearest).place];
  }

  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.HOURS,
        line.line().hours() + " h",
        logged(log.nearest(line, request)),
        bits(line, request));
  }

  private String logged(List<LoggedWork> work) {
    if (work.isEmpty()) {
      return "no time logged";
    }
    String hours = sum(work) + " h on " + work.getFirst().entry().workDate();
    return spent.isAnyLeft(work) ? hours : hours + ", already billed";
  }

  /** The best of: one entry of the day, all of the day, all that the technician logged on it. */
  private Level bestLevel(LineView line, int request, List<LoggedWork> nearest) {
    Hours billed = line.line().hours();
    Level best = level(billed, left(nearest));
    for (LoggedWork work : nearest.size() == 1 ? List.<LoggedWork>of() : nearest) {
      best = better(best, level(billed, spent.left(work)));
    }
    List<LoggedWork> own = line.logged().on(request);
    return own.size() <= nearest.size() ? best : better(best, level(billed, left(own)));
  }

  private static Level better(Level one, Level other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private double[] count(Hours billed) {
    LevelCounts counted = new LevelCounts(Level.values().length);
    log.all().forEach(work -> counted.add(level(billed, work.entry().hours()).place));
    return counted.bits(model.hoursShares(), model.hoursBaseline(), model.baselineWeight());
  }

  private static Hours sum(List<LoggedWork> work) {
    return work.stream().map(logged -> logged.entry().hours()).reduce(Hours.ZERO, Hours::plus);
  }

  private Hours left(List<LoggedWork> work) {
    Hours left = spent.left(work.getFirst());
    for (LoggedWork other : work.subList(1, work.size())) {
      left = left.plus(spent.left(other));
    }
    return left;
  }
}

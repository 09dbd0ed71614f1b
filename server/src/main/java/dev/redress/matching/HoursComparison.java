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
  private final Map<Hours, LevelCounts> counts = new HashMap<>();

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
    if (billed.equals(logged) || billed.equals(roundedUp(logged))) {
      return Level.EQUAL;
    }
    Hours difference = billed.minus(logged);
    if (Math.abs(difference.tenThousandths()) <= QUARTER.tenThousandths()) {
      return Level.CLOSE;
    }
    return difference.isPositive() ? Level.MORE : Level.FEWER;
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
    LevelCounts seen = counts.computeIfAbsent(billed, this::count);
    Level level = bestLevel(line, request, nearest);
    return seen.bits(
        level.place, model.hoursShares(), model.hoursBaseline(), model.baselineWeight());
  }

  @Override
  public boolean isChanging() {
    return true;
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
    for (LoggedWork work : nearest) {
      best = better(best, level(billed, spent.left(work)));
    }
    List<LoggedWork> own = line.logged().on(request);
    return own.isEmpty() ? best : better(best, level(billed, left(own)));
  }

  private static Level better(Level one, Level other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  private LevelCounts count(Hours billed) {
    LevelCounts counted = new LevelCounts(Level.values().length);
    log.all().forEach(work -> counted.add(level(billed, work.entry().hours()).place));
    return counted;
  }

  private static Hours sum(List<LoggedWork> work) {
    return work.stream().map(logged -> logged.entry().hours()).reduce(Hours.ZERO, Hours::plus);
  }

  private Hours left(List<LoggedWork> work) {
    return work.stream().map(spent::left).reduce(Hours.ZERO, Hours::plus);
  }

  private static Hours roundedUp(Hours hours) {
    long quarters = Math.ceilDiv(hours.tenThousandths(), QUARTER.tenThousandths());
    return new Hours(quarters * QUARTER.tenThousandths());
  }
}

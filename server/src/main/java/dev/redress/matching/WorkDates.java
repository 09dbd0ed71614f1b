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
  private final RequestBook book;

  /** The level of each distance in days; farther distances have the last. */
  private final int[] levels;

  private final Map<Seen, LevelCounts> ownCounts = new HashMap<>();
  private final Map<Integer, LevelCounts> allCounts = new HashMap<>();

  WorkDates(WorkModel model, RequestBook book) {
    this.model = model;
    this.book = book;
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
    List<LoggedWork> work = own.isEmpty() ? book.work(request) : own;
    LevelCounts seen =
        own.isEmpty()
            ? allCounts.computeIfAbsent(line.day(), this::countAll)
            : ownCounts.computeIfAbsent(
                new Seen(line.technician(), line.day()), _ -> countOwn(line));
    return seen.bits(
        level(work, line.day()), model.dayShares(), model.dayBaseline(), model.baselineWeight());
  }

  private LevelCounts countOwn(LineView line) {
    LevelCounts counted = new LevelCounts(model.dayShares().size());
    line.logged().all().forEach(work -> counted.add(level(work, line.day())));
    return counted;
  }

  private LevelCounts countAll(int day) {
    LevelCounts counted = new LevelCounts(model.dayShares().size());
    for (int request = 0; request < book.size(); request++) {
      List<LoggedWork> work = book.work(request);
      if (!work.isEmpty()) {
        counted.add(level(work, day));
      }
    }
    return counted;
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

package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import java.time.LocalDate;
import java.util.List;

/**
 * Compares the date of the work with the nearest time entry of a request, or with its life where it
 * has none.
 */
record DateComparison(RequestBook book, WorkLog log, WorkDates workDates, LifeDates lifeDates)
    implements Comparison {

  @Override
  public double bits(LineView line, int request) {
    return book.work(request).isEmpty()
        ? lifeDates.bits(line.day(), request)
        : workDates.bits(line, request);
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    LineView line = candidates.line();
    double[] own = workDates.ownBitsByLevel(line);
    double[] others = workDates.bitsByLevel(line.day());
    for (int candidate = 0; candidate < sums.length; candidate++) {
      int request = candidates.request(candidate);
      List<LoggedWork> work = candidates.nearest(candidate);
      if (work.isEmpty()) {
        sums[candidate] += lifeDates.bits(line.day(), request);
      } else {
        int level = workDates.levelOfNearest(line.day() - work.getFirst().day());
        sums[candidate] += (candidates.own(candidate).isEmpty() ? others : own)[level];
      }
    }
  }

  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.DATE,
        line.line().workDate().toString(),
        requestDates(log.nearest(line, request), request),
        bits(line, request));
  }

  private String requestDates(List<LoggedWork> work, int place) {
    if (!work.isEmpty()) {
      return "time logged on " + work.getFirst().entry().workDate();
    }
    return life(book, place);
  }

  /** When a request was opened and closed, in words. */
  static String life(RequestBook book, int place) {
    String opened = "opened " + LocalDate.ofEpochDay(book.openedDay(place));
    int closed = book.closedDay(place);
    return closed == RequestBook.NEVER
        ? opened + ", not closed"
        : opened + ", closed " + LocalDate.ofEpochDay(closed);
  }
}

package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What one technician, or everybody, logged on requests of the customer. */
final class TechnicianLog {
  private final Map<Integer, List<LoggedWork>> byRequest = new HashMap<>();

  /** The earliest first, those of a day by id. */
  private final List<LoggedWork> byDay;

  /** Keeps time entries in the order in which they come. */
  TechnicianLog(List<LoggedWork> work) {
    for (LoggedWork logged : work) {
      byRequest.computeIfAbsent(logged.request(), _ -> new ArrayList<>()).add(logged);
    }
    byDay =
        work.stream()
            .sorted(Comparator.comparingInt(LoggedWork::day).thenComparing(LoggedWork::id))
            .toList();
  }

  /** Whether nothing was logged, or under another name. */
  boolean isEmpty() {
    return byRequest.isEmpty();
  }

  /** How many requests time was logged on. */
  int requests() {
    return byRequest.size();
  }

  /** What was logged on a request. */
  List<LoggedWork> on(int request) {
    return byRequest.getOrDefault(request, List.of());
  }

  /** What was logged within so many days of a day, the earliest first, those of a day by id. */
  List<LoggedWork> near(int day, int days) {
    return byDay.subList(before(day - days), before(day + days + 1));
  }

  /** How many entries are of an earlier day. */
  private int before(int day) {
    int low = 0;
    int high = byDay.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byDay.get(middle).day() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

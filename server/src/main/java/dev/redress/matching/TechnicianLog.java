package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What one technician, or everybody, logged on requests of the customer. */
final class TechnicianLog {
  private final Map<Integer, List<LoggedWork>> byRequest = new HashMap<>();
  private final NavigableMap<Integer, List<LoggedWork>> byDay = new TreeMap<>();

  /** Keeps time entries in the order in which they come. */
  TechnicianLog(List<LoggedWork> work) {
    for (LoggedWork logged : work) {
      byRequest.computeIfAbsent(logged.request(), _ -> new ArrayList<>()).add(logged);
      byDay.computeIfAbsent(logged.day(), _ -> new ArrayList<>()).add(logged);
    }
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

  /** What was logged within so many days of a day, the earliest first. */
  List<LoggedWork> near(int day, int days) {
    List<LoggedWork> near = new ArrayList<>();
    byDay.subMap(day - days, true, day + days, true).values().forEach(near::addAll);
    return near;
  }
}

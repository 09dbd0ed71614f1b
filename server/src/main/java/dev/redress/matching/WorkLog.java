package dev.redress.matching;

import dev.redress.matching.RequestBook.LoggedWork;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/** The time entries of one customer, looked up by who worked and when. */
final class WorkLog {
  private final RequestBook book;
  private final SequencedSet<PersonName> technicians = new LinkedHashSet<>();
  private final List<LoggedWork> all = new ArrayList<>();
  private final TechnicianLog everybody;
  private final Map<PersonName, TechnicianLog> byTechnician = new HashMap<>();

  WorkLog(RequestBook book) {
    this.book = book;
    for (int request = 0; request < book.size(); request++) {
      for (LoggedWork work : book.work(request)) {
        technicians.add(work.technician());
        all.add(work);
      }
    }
    everybody = new TechnicianLog(all);
  }

  /** The requests that the entries are on. */
  RequestBook book() {
    return book;
  }

  /** All time entries on requests, by request and id. */
  List<LoggedWork> all() {
    return all;
  }

  /** What all technicians logged. */
  TechnicianLog everybody() {
    return everybody;
  }

  /** What a technician logged; empty where the name is missing or not in the log. */
  TechnicianLog of(PersonName technician) {
    return byTechnician.computeIfAbsent(technician, this::find);
  }

  /**
   * The time entries of a request on the day nearest to the line, those of the line's technician if
   * there are any; of two days equally near the earlier. Empty where the request has none.
   */
  List<LoggedWork> nearest(LineView line, int request) {
    return nearest(line.day(), line.logged().on(request), request);
  }

  /** The same, where it is known what the line's technician logged on the request. */
  List<LoggedWork> nearest(int lineDay, List<LoggedWork> own, int request) {
    List<LoggedWork> work = own.isEmpty() ? book.work(request) : own;
    if (work.size() <= 1) {
      return work;
    }
    int day = work.getFirst().day();
    for (LoggedWork logged : work) {
      int nearer = Math.abs(day - lineDay) - Math.abs(logged.day() - lineDay);
      if (nearer > 0 || (nearer == 0 && logged.day() < day)) {
        day = logged.day();
      }
    }
    List<LoggedWork> ofDay = new ArrayList<>();
    for (LoggedWork logged : work) {
      if (logged.day() == day) {
        ofDay.add(logged);
      }
    }
    return ofDay;
  }

  private TechnicianLog find(PersonName technician) {
    List<PersonName> equal = alike(technician, PersonName.Likeness.EQUAL);
    List<PersonName> names =
        equal.isEmpty() ? alike(technician, PersonName.Likeness.COMPATIBLE) : equal;
    return new TechnicianLog(
        names.isEmpty()
            ? List.of()
            : all.stream().filter(work -> names.contains(work.technician())).toList());
  }

  private List<PersonName> alike(PersonName technician, PersonName.Likeness likeness) {
    return technicians.stream().filter(name -> technician.likeness(name) == likeness).toList();
  }
}

package dev.redress.matching;

import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests and time entries of one customer, in the order of their ids and with what the
 * comparisons ask for again and again worked out once. A request is known by its place.
 */
final class RequestBook {
  /** The day on which a request closed that is open, or whose closing nobody noted. */
  static final int NEVER = Integer.MAX_VALUE;

  private final List<Request> requests;
  private final Map<String, Integer> places = new HashMap<>();
  private final int[] openedDays;
  private final int[] closedDays;
  private final int[] assignees;
  private final List<PersonName> people = new ArrayList<>();
  private final List<List<LoggedWork>> work = new ArrayList<>();
  private final Map<String, PersonName> technicians = new HashMap<>();
  private int workCount;
  private final int requestsWithWork;

  RequestBook(MatchingInput input) {
    requests =
        input.requests().stream()
            .sorted(Comparator.comparing(request -> request.name().request()))
            .toList();
    openedDays = new int[requests.size()];
    closedDays = new int[requests.size()];
    assignees = new int[requests.size()];
    Map<PersonName, Integer> persons = new HashMap<>();
    for (int request = 0; request < requests.size(); request++) {
      Request facts = requests.get(request);
      places.put(facts.name().request(), request);
      openedDays[request] = day(facts.openedAt(), input.timeZone());
      closedDays[request] = closedDay(facts.closedAt(), input.timeZone());
      assignees[request] = person(facts.assignee(), persons);
      work.add(new ArrayList<>());
    }
    input.timeEntries().stream()
        .sorted(Comparator.comparing(entry -> entry.name().entry()))
        .forEach(this::log);
    requestsWithWork = (int) work.stream().filter(logged -> !logged.isEmpty()).count();
  }

  /**
   * A time entry on a request.
   *
   * @param number of the entry, from 0 in the order of ids
   * @param day of the work, counted from 1970-01-01
   */
  record LoggedWork(int number, TimeEntry entry, int request, int day, PersonName technician) {
    String id() {
      return entry.name().entry();
    }
  }

  /** What all requests say, in the order of their ids. */
  Iterable<String> summariesAndDescriptions() {
    return () ->
        requests.stream()
            .map(request -> request.summary() + '\n' + request.description())
            .iterator();
  }

  /** How many requests there are; they are numbered from 0. */
  int size() {
    return requests.size();
  }

  /** The facts of a request. */
  Request request(int place) {
    return requests.get(place);
  }

  /** The source's id of a request. */
  String id(int place) {
    return requests.get(place).name().request();
  }

  /** The place of a request, absent where no request has the id. */
  @Nullable Integer place(String id) {
    return places.get(id);
  }

  /** The day on which a request was opened, counted from 1970-01-01. */
  int openedDay(int place) {
    return openedDays[place];
  }

  /** The day on which a request was closed, or {@link #NEVER}. */
  int closedDay(int place) {
    return closedDays[place];
  }

  /** The number of the person whom a request is assigned to, see {@link #person}. */
  int assignee(int place) {
    return assignees[place];
  }

  /** The same for all requests; not to be changed. */
  int[] assignees() {
    return assignees;
  }

  /** The name of an assignee by number. */
  PersonName person(int number) {
    return people.get(number);
  }

  /** How many different assignees there are. */
  int people() {
    return people.size();
  }

  /** The time entries of a request, by id; empty where none is logged. */
  List<LoggedWork> work(int place) {
    return work.get(place);
  }

  /** How many time entries there are on requests. */
  int workCount() {
    return workCount;
  }

  /** How many requests have time entries. */
  int requestsWithWork() {
    return requestsWithWork;
  }

  private void log(TimeEntry entry) {
    Integer place = entry.request().map(places::get).orElse(null);
    if (place != null) {
      int day = (int) entry.workDate().toEpochDay();
      PersonName technician = technicians.computeIfAbsent(entry.technician(), PersonName::of);
      work.get(place).add(new LoggedWork(workCount++, entry, place, day, technician));
    }
  }

  private int person(String name, Map<PersonName, Integer> persons) {
    PersonName person = PersonName.of(name);
    return persons.computeIfAbsent(
        person,
        _ -> {
          people.add(person);
          return people.size() - 1;
        });
  }

  private static int closedDay(@Nullable Instant closedAt, ZoneId zone) {
    return closedAt == null ? NEVER : day(closedAt, zone);
  }

  private static int day(Instant moment, ZoneId zone) {
    return (int) moment.atZone(zone).toLocalDate().toEpochDay();
  }
}

package dev.redress.matching;

import dev.redress.matching.HoursProblem.Offer;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.matching.ScoredLine.Scored;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Decides which requests and time entries back the hours of which lines, all lines together. */
final class HoursPlan {
  /** Time entries of one request that may back one line. */
  private static final int ENTRIES_MAX = 32;

  /** Candidates that are so far behind the best have nothing to do with the line. */
  private static final double BEHIND_BITS_MAX = 20;

  /** More evidence than this makes nobody more entitled to hours: certain is certain. */
  private static final double CERTAIN_BITS = 10;

  private static final double MICROBITS = 1e6;

  /** Lost when a time entry is by somebody else than the line's technician. */
  private static final double OTHER_TECHNICIAN_BITS = 3;

  /** Lost when a time entry's hours are not the line's. */
  private static final double OTHER_HOURS_BITS = 2;

  private final RequestBook book;
  private final SpentHours spent;
  private final Map<String, Integer> sourceNumbers = new HashMap<>();
  private final List<Long> capacities = new ArrayList<>();

  /**
   * A part of a line's hours.
   *
   * @param work the time entry that backs it, absent where the request has none or a clerk gave the
   *     request more than is left of them
   */
  record Part(int request, @Nullable LoggedWork work, Hours hours) {}

  /** An offer with what it stands for. */
  private record Backing(Scored candidate, @Nullable LoggedWork work, Offer offer) {}

  private HoursPlan(RequestBook book, SpentHours spent) {
    this.book = book;
    this.spent = spent;
  }

  /**
   * Plans the hours of lines.
   *
   * @param lines in their order, which decides between equals
   * @param spent what earlier plans took already
   * @return by line its parts, the best request first; empty where nothing speaks for any request
   *     or nothing is left
   */
  static List<List<Part>> plan(List<ScoredLine> lines, RequestBook book, SpentHours spent) {
    HoursPlan plan = new HoursPlan(book, spent);
    List<List<Backing>> backings = lines.stream().map(plan::backings).toList();
    HoursProblem problem =
        new HoursProblem(
            backings.stream().map(all -> all.stream().map(Backing::offer).toList()).toList(),
            lines.stream().mapToLong(line -> hours(line).tenThousandths()).toArray(),
            plan.capacities.stream().mapToLong(Long::longValue).toArray());
    Assignment.solve(problem);
    List<List<Part>> result = new ArrayList<>();
    for (int line = 0; line < lines.size(); line++) {
      result.add(plan.parts(lines.get(line), line, backings.get(line), problem));
    }
    return result;
  }

  private List<Backing> backings(ScoredLine line) {
    List<Backing> backings = new ArrayList<>();
    for (Scored candidate : eligible(line)) {
      List<LoggedWork> work = book.work(candidate.request());
      if (work.isEmpty()) {
        backings.add(backing(candidate, null, 0, HoursProblem.UNLIMITED));
      }
      for (LoggedWork logged : nearest(line, candidate.request(), book, spent)) {
        long left = spent.left(logged).tenThousandths();
        backings.add(backing(candidate, logged, penalty(line, logged), left));
      }
    }
    return backings;
  }

  /**
   * The time entries of a request that may back a line and have hours left, those first that come
   * nearest to it by day, person and hours; at most {@value #ENTRIES_MAX}.
   */
  static List<LoggedWork> nearest(
      ScoredLine line, int request, RequestBook book, SpentHours spent) {
    return book.work(request).stream()
        .filter(logged -> spent.left(logged).isPositive())
        .sorted(
            Comparator.comparingDouble((LoggedWork logged) -> penalty(line, logged))
                .thenComparing(LoggedWork::id))
        .limit(ENTRIES_MAX)
        .toList();
  }

  /** The candidates whose hours a line may take. */
  static List<Scored> eligible(ScoredLine line) {
    if (line.candidates().isEmpty()) {
      return List.of();
    }
    double best = line.candidates().getFirst().logOddsBits();
    double least = Math.max(0, best - BEHIND_BITS_MAX);
    return line.candidates().stream().filter(candidate -> candidate.logOddsBits() > least).toList();
  }

  private Backing backing(
      Scored candidate, @Nullable LoggedWork work, double penaltyBits, long capacity) {
    int source = work == null ? -1 : sourceNumbers.getOrDefault(work.id(), -1);
    if (source < 0) {
      source = capacities.size();
      capacities.add(capacity);
      if (work != null) {
        sourceNumbers.put(work.id(), source);
      }
    }
    // A penalty orders the entries of a request; it never rules the request out.
    double evidence = Math.min(candidate.logOddsBits(), CERTAIN_BITS);
    double gain = Math.max(evidence - penaltyBits, evidence / 1000);
    return new Backing(
        candidate, work, new Offer(source, Math.max(1, Math.round(gain * MICROBITS))));
  }

  private static double penalty(ScoredLine line, LoggedWork logged) {
    int days = Math.abs(logged.day() - line.view().day());
    boolean same = HoursLevels.isEqual(hours(line), logged.entry().hours());
    return Bits.log2(1 + days)
        + (isOwn(line, logged) ? 0 : OTHER_TECHNICIAN_BITS)
        + (same ? 0 : OTHER_HOURS_BITS);
  }

  private static boolean isOwn(ScoredLine line, LoggedWork logged) {
    return line.view().logged().on(logged.request()).contains(logged);
  }

  private List<Part> parts(
      ScoredLine line, int place, List<Backing> backings, HoursProblem problem) {
    Map<Integer, List<Part>> byRequest = new TreeMap<>();
    Map<Integer, Integer> ranks = new HashMap<>();
    for (int offer = 0; offer < backings.size(); offer++) {
      Backing backing = backings.get(offer);
      Hours hours = new Hours(problem.given(place, offer));
      ranks.putIfAbsent(backing.candidate().request(), offer);
      if (hours.isPositive()) {
        byRequest
            .computeIfAbsent(backing.candidate().request(), _ -> new ArrayList<>())
            .add(new Part(backing.candidate().request(), backing.work(), hours));
      }
    }
    if (!hours(line).isPositive() && !backings.isEmpty()) {
      Backing best = backings.getFirst();
      return List.of(new Part(best.candidate().request(), best.work(), Hours.ZERO));
    }
    List<List<Part>> requests = new ArrayList<>(byRequest.values());
    requests.sort(
        Comparator.comparing(HoursPlan::sum)
            .reversed()
            .thenComparing(parts -> ranks.get(parts.getFirst().request())));
    boolean split =
        requests.size() > 1 && requests.size() <= Verdict.CANDIDATES_MAX && isWhole(line, requests);
    return requests.stream().limit(split ? requests.size() : 1).flatMap(List::stream).toList();
  }

  /**
   * Whether several requests together explain the line: their entries, each in full and of the
   * line's day and technician, make up exactly its hours. Otherwise the rest of a line that is too
   * long would be hidden in work that is not its own.
   */
  private boolean isWhole(ScoredLine line, List<List<Part>> requests) {
    List<Part> parts = requests.stream().flatMap(List::stream).toList();
    return sum(parts).equals(hours(line))
        && parts.stream()
            .allMatch(
                part ->
                    part.work() != null
                        && part.work().day() == line.view().day()
                        && isOwn(line, part.work())
                        && part.hours().equals(spent.backable(part.work())));
  }

  /** The hours of some parts together. */
  static Hours sum(List<Part> parts) {
    return Hours.sum(parts.stream().map(Part::hours));
  }

  private static Hours hours(ScoredLine line) {
    return line.view().line().hours();
  }
}

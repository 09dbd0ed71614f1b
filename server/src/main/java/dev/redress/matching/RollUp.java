package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds lines that bill a technician's day or week over several requests: all that the technician
 * logged within it, and that backs no other line, makes up exactly the hours of the line.
 *
 * <p>All, and not some: of ten entries some make up nearly any number.
 */
final class RollUp {
  /** How many of the lines that no single request backs bill several; set, for want of data. */
  private static final double SHARE = 0.2;

  /** How often hours agree by chance where there are no other lines to count; set. */
  private static final double CHANCE = 0.02;

  /** How many lines that is worth. */
  private static final double CHANCE_LINES = 25;

  /** Days before the line's that it may bill; it is dated by its last day or by the week's end. */
  private static final List<Integer> DAYS_BEFORE = List.of(0, 6);

  private final SpentHours spent;
  private final Map<Hours, Integer> linesByHours = new HashMap<>();
  private final Set<LineName> lines = new HashSet<>();

  /**
   * Nothing is rolled up yet.
   *
   * @param lines of the customer
   */
  RollUp(SpentHours spent, List<LaborLine> lines) {
    this.spent = spent;
    for (LaborLine line : lines) {
      this.lines.add(line.name());
      linesByHours.merge(line.hours(), 1, Integer::sum);
    }
  }

  /** The parts of a line that bills several requests, by time entry; empty if it does not. */
  List<Part> parts(LineView line) {
    for (int days : DAYS_BEFORE) {
      List<LoggedWork> left = left(line, days);
      boolean isSeveral = left.stream().mapToInt(LoggedWork::request).distinct().count() > 1;
      if (isSeveral && Hours.sum(left.stream().map(spent::left)).equals(line.line().hours())) {
        return left.stream()
            .sorted(Comparator.comparing(LoggedWork::id))
            .map(work -> new Part(work.request(), work, spent.left(work)))
            .toList();
      }
    }
    return List.of();
  }

  /**
   * What is left of all that the technician logged until the line's day; empty where it is more
   * than the line bills, or on more requests than a verdict keeps.
   */
  private List<LoggedWork> left(LineView line, int daysBefore) {
    List<LoggedWork> left = new ArrayList<>();
    Set<Integer> requests = new HashSet<>();
    Hours wanted = line.line().hours();
    for (LoggedWork work : line.logged().near(line.day(), daysBefore)) {
      Hours ofWork = spent.left(work);
      if (work.day() > line.day() || !ofWork.isPositive()) {
        continue;
      }
      left.add(work);
      requests.add(work.request());
      wanted = wanted.minus(ofWork);
      if (wanted.compareTo(Hours.ZERO) < 0 || requests.size() > Verdict.CANDIDATES_MAX) {
        return List.of();
      }
    }
    return left;
  }

  /**
   * The probability that a line whose hours agree does bill them: others agree by chance, as often
   * as lines of the customer have these hours.
   */
  double probability(LineView line) {
    // A line that is to be billed is not among the others anyway.
    int itself = lines.contains(line.line().name()) ? 1 : 0;
    double others = Math.max(0, linesByHours.getOrDefault(line.line().hours(), 0) - itself);
    double chance = (others + CHANCE * CHANCE_LINES) / (lines.size() - itself + CHANCE_LINES);
    return SHARE / (SHARE + (1 - SHARE) * chance);
  }
}

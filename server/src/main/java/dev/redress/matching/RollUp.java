package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.HoursPlan.Part;
import dev.redress.matching.RequestBook.LoggedWork;
import dev.redress.time.Hours;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
      List<LoggedWork> left =
          line.logged().near(line.day(), days).stream()
              .filter(work -> work.day() <= line.day() && spent.left(work).isPositive())
              .sorted(Comparator.comparing(LoggedWork::id))
              .toList();
      Set<Integer> requests = left.stream().map(LoggedWork::request).collect(Collectors.toSet());
      boolean isSeveral = requests.size() > 1 && requests.size() <= Verdict.CANDIDATES_MAX;
      if (isSeveral && sum(left).equals(line.line().hours())) {
        return left.stream().map(work -> new Part(work.request(), work, spent.left(work))).toList();
      }
    }
    return List.of();
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

  private Hours sum(List<LoggedWork> work) {
    return Hours.sum(work.stream().map(spent::left));
  }
}

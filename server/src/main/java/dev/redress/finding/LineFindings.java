package dev.redress.finding;

import dev.redress.identity.LineName;
import dev.redress.invoice.LaborLine;
import dev.redress.matching.Verdict;
import dev.redress.money.Rate;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Which findings a customer's lines have, given their verdicts. */
public final class LineFindings {

  /** How far quantity times price may be from the amount: EN 16931, rule R120. */
  private static final long ARITHMETIC_SLACK_MINOR = 2;

  private LineFindings() {}

  /**
   * The findings of each line, in the order of {@link FindingCode}.
   *
   * @param lines in the order of their names, so that the first of two equal lines stands
   * @param step up to which the hours of an entry are rounded, see {@link
   *     dev.redress.matching.BillingStep}
   * @param timeEntries of the customer
   * @param verdicts one for each of the lines
   */
  public static Map<LineName, List<FindingCode>> of(
      List<LaborLine> lines,
      Hours step,
      List<TimeEntry> timeEntries,
      Map<LineName, Verdict> verdicts) {
    HoursLeft hoursLeft = new HoursLeft(step, timeEntries, verdicts.values());
    Set<List<Object>> seen = new HashSet<>();
    Map<LineName, List<FindingCode>> findings = new HashMap<>();
    for (LaborLine line : lines) {
      List<FindingCode> codes = new ArrayList<>();
      Verdict verdict = verdicts.get(line.name());
      if (verdict != null && verdict.answer() == Verdict.Answer.UNMATCHED) {
        codes.add(FindingCode.UNCORRELATED);
      }
      if (!seen.add(likeness(line))) {
        codes.add(FindingCode.DUPLICATE);
      }
      if (verdict != null && (isBilledAboveBacking(verdict) || hoursLeft.isTooFew(verdict))) {
        codes.add(FindingCode.HOURS_EXCESS);
      }
      if (!isArithmeticRight(line)) {
        codes.add(FindingCode.ARITHMETIC);
      }
      if (line.description().isBlank()) {
        codes.add(FindingCode.NO_NOTES);
      }
      findings.put(line.name(), codes);
    }
    return findings;
  }

  /**
   * Two lines with the same likeness bill the same work. Blank lines are alike only by reference.
   */
  private static List<Object> likeness(LaborLine line) {
    boolean saysSomething = !line.description().isBlank() || !line.reference().isBlank();
    return List.of(
        line.workDate(),
        line.technician(),
        line.hours(),
        line.amount(),
        line.reference(),
        saysSomething ? words(line.description()) : line.name());
  }

  private static String words(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private static boolean isBilledAboveBacking(Verdict verdict) {
    return verdict.answer() == Verdict.Answer.MATCHED
        && verdict.hoursBacked().compareTo(verdict.hoursBilled()) < 0;
  }

  private static boolean isArithmeticRight(LaborLine line) {
    Rate rate = line.rate();
    return rate == null
        || Math.abs(rate.times(line.hours()).minorUnits() - line.amount().minorUnits())
            <= ARITHMETIC_SLACK_MINOR;
  }
}

package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import dev.redress.time.Hours;
import java.util.Comparator;
import java.util.List;

/**
 * In which steps a customer is billed: nearly all of its lines are whole numbers of them. A time
 * entry may be billed rounded up to the step, and backs that much.
 */
public final class BillingStep {
  /** No rounding. */
  private static final Hours NONE = new Hours(1);

  /** Steps that are common, the longest first: a quarter of an hour, and six minutes. */
  private static final List<Hours> COMMON = List.of(Hours.of("0.25"), Hours.of("0.1"));

  /** One line in so many may be off the step: a correction, or a mistake. */
  private static final int EXCEPTIONS = 20;

  private BillingStep() {}

  /** The most that logged hours may be billed as, whatever the step. */
  public static Hours mostOf(Hours logged) {
    return COMMON.stream().map(logged::roundedUp).max(Comparator.naturalOrder()).orElse(logged);
  }

  /** The step of some lines; the shortest there is where they have none, or there are none. */
  public static Hours of(List<LaborLine> lines) {
    if (lines.isEmpty()) {
      return NONE;
    }
    return COMMON.stream().filter(step -> isStep(step, lines)).findFirst().orElse(NONE);
  }

  private static boolean isStep(Hours step, List<LaborLine> lines) {
    long off =
        lines.stream().filter(line -> !line.hours().roundedUp(step).equals(line.hours())).count();
    return off * EXCEPTIONS <= lines.size();
  }
}

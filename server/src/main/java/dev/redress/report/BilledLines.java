package dev.redress.report;

import dev.redress.matching.Verdict.Answer;
import dev.redress.money.Money;
import dev.redress.time.Hours;
import org.jspecify.annotations.Nullable;

/**
 * Lines of one row and one answer, summed up.
 *
 * @param key of the row; empty where the report is by reason
 * @param answer absent before the first run
 * @param accepted whether the customer accepts them without a request
 */
public record BilledLines(
    String key, @Nullable Answer answer, boolean accepted, long lines, Hours hours, Money amount) {

  /** Whether nobody asked for them. */
  boolean isUnmatched() {
    return answer == Answer.UNMATCHED && !accepted;
  }

  /** Whether they may be for one of several requests. */
  boolean isAmbiguous() {
    return answer == Answer.AMBIGUOUS && !accepted;
  }
}

package dev.redress.statement;

import dev.redress.agreement.Agreement;
import dev.redress.identity.AgreementName;
import dev.redress.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed for the day of some work.
 *
 * @param agreement that was in force
 * @param agreedAmount what the work costs by it, where more is billed than that; absent otherwise
 */
public record Clause(AgreementName agreement, Coverage coverage, @Nullable Money agreedAmount) {

  /** What an agreement says of a kind of work. */
  public enum Coverage {
    /** It pays for it by itself, up to the included hours where it has any. */
    COVERED,
    /** It leaves it out. */
    EXCLUDED,
    /** It has its price at most. */
    PRICED
  }

  /** What an agreement says of a kind of work. */
  static Clause of(Agreement terms, String workType, @Nullable Money agreedAmount) {
    Coverage coverage =
        terms.excludes(workType)
            ? Coverage.EXCLUDED
            : terms.covers(workType) ? Coverage.COVERED : Coverage.PRICED;
    return new Clause(terms.name(), coverage, agreedAmount);
  }
}

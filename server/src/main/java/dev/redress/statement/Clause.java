package dev.redress.statement;

import dev.redress.agreement.Agreement;
import dev.redress.identity.AgreementName;

/**
 * What was agreed for the day of some work.
 *
 * @param agreement that was in force
 */
public record Clause(AgreementName agreement, Coverage coverage) {

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
  static Clause of(Agreement terms, String workType) {
    Coverage coverage =
        terms.excludes(workType)
            ? Coverage.EXCLUDED
            : terms.covers(workType) ? Coverage.COVERED : Coverage.PRICED;
    return new Clause(terms.name(), coverage);
  }
}

package dev.redress.report;

import dev.redress.dispute.DisputeState;
import dev.redress.dispute.LineOutcome;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sums of money that a report on leakage tells. Each looks at the same lines in another way: they
 * are never to be added up, but for {@link #UNMATCHED}, {@link #FINDINGS} and {@link #AMBIGUOUS},
 * which hold no cent twice.
 */
public enum LeakageColumn {
  /** What the lines cost. */
  BILLED,
  /** Of that, lines that nobody asked for and nobody accepted. */
  UNMATCHED,
  /** Of the other lines, what is at stake by findings that stand, at most what each line costs. */
  FINDINGS,
  /** What is left of lines that may be for one of several requests. */
  AMBIGUOUS,
  /** What open disputes are about, at most what each line costs. */
  DISPUTED,
  /** What was given back and not taken back again. */
  CREDITED,
  /** What disputes that ended were about and the customer was convinced of. */
  EXPLAINED,
  /** What disputes that ended were about and the provider insists on. */
  DENIED,
  /** What the customer took back. */
  WITHDRAWN;

  /**
   * Where a claim is told: an outcome counts once its dispute has ended. What was given back is
   * told by the credits, so such a claim is told nowhere else.
   *
   * @param outcome absent where nothing was decided
   */
  public static Optional<LeakageColumn> of(DisputeState state, @Nullable LineOutcome outcome) {
    if (state.isOpen()) {
      return Optional.of(DISPUTED);
    }
    if (outcome == null) {
      return Optional.empty();
    }
    return switch (outcome) {
      case EXPLAINED -> Optional.of(EXPLAINED);
      case DENIED -> Optional.of(DENIED);
      case WITHDRAWN -> Optional.of(WITHDRAWN);
      case CREDITED, PARTIALLY_CREDITED, WRITTEN_OFF, REBILLED -> Optional.empty();
    };
  }
}

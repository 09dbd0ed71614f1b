package dev.redress.reconciliation;

import dev.redress.identity.RequestName;
import dev.redress.time.Hours;

/**
 * The hours of a line that a clerk gives to one of its requests.
 *
 * @param hours more than zero
 */
public record SplitPart(RequestName request, Hours hours) {
  /** Fewest parts of a line; for less there is a confirmation. */
  public static final int COUNT_MIN = 2;

  /** Most parts of a line. */
  public static final int COUNT_MAX = 20;

  public SplitPart {
    if (!hours.isPositive()) {
      throw new IllegalArgumentException("a part has more than zero hours, not " + hours);
    }
  }
}

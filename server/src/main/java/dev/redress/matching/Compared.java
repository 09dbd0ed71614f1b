package dev.redress.matching;

/**
 * A line with the requests that it was compared with, and what the comparisons said so far. Bits
 * that can still change are kept apart from those that stand.
 */
final class Compared {
  private final Candidates candidates;
  private final double[] settledBits;
  private final double[] hoursBits;

  /** How many changes of spent hours are in {@link #hoursBits}; -1 before they were compared. */
  private int hoursChanges = -1;

  /**
   * Begins with what other lines have no influence on.
   *
   * @param settledBits by candidate
   */
  Compared(Candidates candidates, double[] settledBits) {
    this.candidates = candidates;
    this.settledBits = settledBits;
    this.hoursBits = new double[settledBits.length];
  }

  LineView line() {
    return candidates.line();
  }

  /** The requests that it was compared with. */
  Candidates candidates() {
    return candidates;
  }

  /** Adds what a comparison says now that it has learned; it will not change any more. */
  void settle(Comparison learned) {
    learned.addBits(candidates, settledBits);
  }

  /** Whether hours of a candidate were spent or given back since the bits were last asked for. */
  boolean isStale(SpentHours spent) {
    for (int candidate = 0; candidate < settledBits.length; candidate++) {
      if (spent.lastChange(candidates.request(candidate)) > hoursChanges) {
        return true;
      }
    }
    return false;
  }

  /** The bits of all candidates by another comparison of hours; nothing is kept of it. */
  double[] bitsBy(HoursComparison hours, double priorBits) {
    double[] others = new double[hoursBits.length];
    hours.refresh(candidates, others, -1);
    return sums(others, priorBits);
  }

  /** The bits of all candidates, those of the hours by what is left of the time logged. */
  double[] bits(HoursComparison hours, SpentHours spent, double priorBits) {
    hours.refresh(candidates, hoursBits, hoursChanges);
    hoursChanges = spent.changes();
    return sums(hoursBits, priorBits);
  }

  private double[] sums(double[] hours, double priorBits) {
    double[] bits = new double[hours.length];
    for (int candidate = 0; candidate < bits.length; candidate++) {
      bits[candidate] = priorBits + settledBits[candidate] + hours[candidate];
    }
    return bits;
  }
}

package dev.redress.matching;

/**
 * A line with the requests that it was compared with, and what the comparisons said so far. Bits
 * that can still change are kept apart from those that stand.
 */
final class Compared {
  private final LineView line;
  private final int[] requests;
  private final double[] settledBits;
  private final double[] hoursBits;

  /** How many changes of spent hours are in {@link #hoursBits}; -1 before they were compared. */
  private int hoursChanges = -1;

  /**
   * Begins with what other lines have no influence on.
   *
   * @param requests the candidates, ascending
   * @param settledBits by candidate
   */
  Compared(LineView line, int[] requests, double[] settledBits) {
    this.line = line;
    this.requests = requests;
    this.settledBits = settledBits;
    this.hoursBits = new double[requests.length];
  }

  LineView line() {
    return line;
  }

  /** How many candidates there are. */
  int size() {
    return requests.length;
  }

  /** The request of a candidate. */
  int request(int candidate) {
    return requests[candidate];
  }

  /** Adds what a comparison says now that it has learned; it will not change any more. */
  void settle(Comparison learned) {
    learned.addBits(line, requests, settledBits);
  }

  /** Whether hours of a candidate were spent or given back since the bits were last asked for. */
  boolean isStale(SpentHours spent) {
    for (int request : requests) {
      if (spent.lastChange(request) > hoursChanges) {
        return true;
      }
    }
    return false;
  }

  /** The bits of all candidates by another comparison of hours; nothing is kept of it. */
  double[] bitsBy(HoursComparison hours, double priorBits) {
    double[] bits = new double[requests.length];
    for (int candidate = 0; candidate < bits.length; candidate++) {
      bits[candidate] = priorBits + settledBits[candidate] + hours.bits(line, requests[candidate]);
    }
    return bits;
  }

  /** The bits of all candidates, those of the hours by what is left of the time logged. */
  double[] bits(HoursComparison hours, SpentHours spent, double priorBits) {
    double[] bits = new double[requests.length];
    for (int candidate = 0; candidate < bits.length; candidate++) {
      if (spent.lastChange(requests[candidate]) > hoursChanges) {
        hoursBits[candidate] = hours.bits(line, requests[candidate]);
      }
      bits[candidate] = priorBits + settledBits[candidate] + hoursBits[candidate];
    }
    hoursChanges = spent.changes();
    return bits;
  }
}

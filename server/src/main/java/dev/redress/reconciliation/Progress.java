package dev.redress.reconciliation;

/**
 * How far a run is.
 *
 * @param partsTotal customers that it covers
 * @param partsDone customers that are done
 * @param partsFailed customers that could not be finished after several tries
 * @param partsInconclusive customers that are done but had no request in reach
 * @param disputesOpened disputes that it opened
 * @param linesDisputed lines that it disputed
 */
public record Progress(
    int partsTotal,
    int partsDone,
    int partsFailed,
    int partsInconclusive,
    int disputesOpened,
    int linesDisputed) {

  /** Whether nobody has to work on it any more. */
  public boolean isComplete() {
    return partsDone + partsFailed == partsTotal;
  }
}

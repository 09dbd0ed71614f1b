package dev.redress.persistence;

import dev.redress.reconciliation.Progress;

/** The sums over the parts of a run. */
record ProgressRow(
    int partsTotal,
    int partsDone,
    int partsFailed,
    int partsInconclusive,
    int disputesOpened,
    int linesDisputed) {

  Progress toProgress() {
    return new Progress(
        partsTotal, partsDone, partsFailed, partsInconclusive, disputesOpened, linesDisputed);
  }
}

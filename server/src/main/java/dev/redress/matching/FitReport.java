package dev.redress.matching;

import java.util.List;
import java.util.Map;

/**
 * What a fit rested on, what it changed, and what that is worth.
 *
 * @param comparedWith the version that was in use, against which changes and quality are told
 * @param labels lines by how it is known where they belong
 * @param weightLines labelled lines that estimated weights
 * @param calibrationLines labelled lines that calibrated probabilities and set the threshold
 * @param heldBackLines labelled lines that were kept for {@code before} and {@code after}
 * @param targetPrecision the share of MATCHED lines that shall be right
 * @param targetReached whether a threshold was found that is sure to reach it
 * @param changes numbers that differ, in the order of the model
 * @param before quality of the model in use on the lines held back
 * @param after quality of the fitted model on the same lines
 */
public record FitReport(
    String comparedWith,
    Map<LineLabel.Kind, Integer> labels,
    int weightLines,
    int calibrationLines,
    int heldBackLines,
    double targetPrecision,
    boolean targetReached,
    List<Change> changes,
    ModelQuality before,
    ModelQuality after) {

  public FitReport {
    labels = Map.copyOf(labels);
    changes = List.copyOf(changes);
  }

  /** A number of the model, see {@link ModelNumbers}. */
  public record Change(String name, double before, double after) {}
}

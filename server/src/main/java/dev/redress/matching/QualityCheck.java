package dev.redress.matching;

import dev.redress.matching.Verdict.Answer;

/** Adds up how good verdicts are. */
final class QualityCheck {
  private int lines;
  private int firstRight;
  private int withRequest;
  private int matched;
  private int matchedRight;
  private double squares;

  /** Counts a verdict, if it is known where its line belongs. */
  void add(Verdict verdict, LineLabel label) {
    if (!label.isTruth()) {
      return;
    }
    boolean right =
        !verdict.candidates().isEmpty() && label.allows(verdict.candidates().getFirst().request());
    double probability =
        verdict.candidates().isEmpty() ? 0 : verdict.candidates().getFirst().probability();
    lines++;
    withRequest += label.kind() == LineLabel.Kind.ACCEPTED ? 0 : 1;
    firstRight += right ? 1 : 0;
    squares += (probability - (right ? 1 : 0)) * (probability - (right ? 1 : 0));
    if (verdict.answer() == Answer.MATCHED) {
      matched++;
      boolean allRight =
          verdict.allocations().stream().allMatch(allocation -> label.allows(allocation.request()));
      matchedRight += allRight ? 1 : 0;
    }
  }

  /** What it came to. */
  ModelQuality quality() {
    return new ModelQuality(
        lines, firstRight, withRequest, matched, matchedRight, lines == 0 ? 0 : squares / lines);
  }
}

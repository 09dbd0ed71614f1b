package dev.redress.cli.evaluation;

import dev.redress.v1.Candidate;
import dev.redress.v1.Verdict;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How good verdicts are. Lines whose truth is not known count nowhere; lines that have a truth but
 * no verdict count as wrong.
 *
 * @param lines lines with a known truth
 * @param missing lines of these without a verdict
 * @param top1 the best candidate is a true request; of the lines that have one
 * @param top5 one of the five best candidates is a true request; of the lines that have one
 * @param matchedCoverage MATCHED; of all lines
 * @param matchedPrecision its best request is a true one; of the MATCHED lines
 * @param unmatchedPrecision nobody asked for it; of the UNMATCHED lines
 * @param unmatchedRecall UNMATCHED; of the lines that nobody asked for
 * @param calibrationError of the probability of the best candidate, see {@link Calibration}
 */
record Evaluation(
    long lines,
    long missing,
    Proportion top1,
    Proportion top5,
    Proportion matchedCoverage,
    Proportion matchedPrecision,
    Proportion unmatchedPrecision,
    Proportion unmatchedRecall,
    double calibrationError) {
  private static final int TOP = 5;

  /** Measures verdicts against the truth. */
  static Evaluation of(Iterator<Verdict> verdicts, Truth truth) {
    Map<String, Set<String>> open = new LinkedHashMap<>(truth.requests());
    Tally tally = new Tally();
    while (verdicts.hasNext()) {
      Verdict verdict = verdicts.next();
      Set<String> right = open.remove(verdict.getLineId());
      if (right != null) {
        tally.add(verdict, right);
      }
    }
    long unasked = truth.requests().values().stream().filter(Set::isEmpty).count();
    long lines = truth.requests().size();
    return new Evaluation(
        lines,
        open.size(),
        new Proportion(tally.top1, lines - unasked),
        new Proportion(tally.top5, lines - unasked),
        new Proportion(tally.matched, lines),
        new Proportion(tally.matchedRight, tally.matched),
        new Proportion(tally.unmatchedRight, tally.unmatched),
        new Proportion(tally.unmatchedRight, unasked),
        tally.calibration.expectedError());
  }

  /** Counts as the verdicts pass by. */
  private static final class Tally {
    private final Calibration calibration = new Calibration();
    private long top1;
    private long top5;
    private long matched;
    private long matchedRight;
    private long unmatched;
    private long unmatchedRight;

    private void add(Verdict verdict, Set<String> right) {
      List<Candidate> candidates = verdict.getCandidatesList();
      if (!candidates.isEmpty()) {
        boolean bestIsRight = right.contains(candidates.getFirst().getRequestId());
        calibration.add(candidates.getFirst().getProbability(), bestIsRight);
        top1 += bestIsRight ? 1 : 0;
        top5 +=
            candidates.stream()
                    .limit(TOP)
                    .anyMatch(candidate -> right.contains(candidate.getRequestId()))
                ? 1
                : 0;
      }
      switch (verdict.getVerdict()) {
        case MATCHED -> {
          matched++;
          boolean bestIsRight =
              verdict.getRequestIdsCount() > 0 && right.contains(verdict.getRequestIds(0));
          matchedRight += bestIsRight ? 1 : 0;
        }
        case UNMATCHED -> {
          unmatched++;
          unmatchedRight += right.isEmpty() ? 1 : 0;
        }
        case AMBIGUOUS, NOT_AUDITABLE, ANSWER_UNSPECIFIED, UNRECOGNIZED -> {}
      }
    }
  }
}

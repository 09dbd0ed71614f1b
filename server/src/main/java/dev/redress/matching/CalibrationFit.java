package dev.redress.matching;

import dev.redress.matching.MatchingModel.Calibration;
import dev.redress.matching.ScoredLine.Scored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits how evidence becomes probabilities (Platt 1999) and from which probability a line is
 * MATCHED, on lines that estimated no weight.
 */
final class CalibrationFit {
  /** How far slope (as a factor, log2) and offset (in bits) are expected to move. */
  private static final double SLOPE_SPREAD = 0.25;

  private static final double OFFSET_SPREAD = 1;
  private static final double SLOPE_LOG_MAX = 2;
  private static final double OFFSET_MAX = 6;
  private static final double STEP_MIN = 1.0 / 1024;

  /** One-sided Wilson (1927) bound at 80 %: five lines in six of luck must not set a threshold. */
  private static final double WILSON_Z = 0.8416;

  /** Fewer lines at or above a threshold say too little. */
  private static final int MATCHED_MIN = 20;

  private static final double THRESHOLD_MIN = 0.5;

  private static final double LN_2 = StrictMath.log(2);

  /** With fewer lines that are known to belong to none, nothing is said of how often that is. */
  private static final int NONE_LINES_MIN = 10;

  private CalibrationFit() {}

  /** A line with what is known of it. */
  record Judged(ScoredLine line, RequestBook book, LineLabel label) {

    /** Whether a candidate may be right, as far as is known. */
    boolean allows(Scored candidate) {
      return label.allows(book.id(candidate.request()));
    }
  }

  /**
   * The calibration under which what is known of the lines is most likely, held to the identity.
   *
   * <p>People confirm what they find. Where hardly any line is known to belong to none, labels say
   * nothing of how often that is: then only the slope is fitted, among the candidates of each line.
   *
   * @param lines not calibrated yet
   */
  static Calibration calibration(List<Judged> lines) {
    boolean noneIsKnown =
        lines.stream().filter(line -> line.label().kind() == LineLabel.Kind.ACCEPTED).count()
            >= NONE_LINES_MIN;
    double slopeLog = 0;
    double offset = 0;
    double best = penalty(slopeLog, offset, lines, noneIsKnown);
    for (double step = 0.5; step >= STEP_MIN; ) {
      double[][] tries = {{step, 0}, {-step, 0}, {0, step}, {0, -step}};
      boolean moved = false;
      for (double[] by : tries) {
        double nextSlope = Math.clamp(slopeLog + by[0], -SLOPE_LOG_MAX, SLOPE_LOG_MAX);
        double nextOffset = Math.clamp(offset + by[1], -OFFSET_MAX, OFFSET_MAX);
        double next = penalty(nextSlope, nextOffset, lines, noneIsKnown);
        if (next < best) {
          best = next;
          slopeLog = nextSlope;
          offset = nextOffset;
          moved = true;
        }
      }
      step = moved ? step : step / 2;
    }
    return new Calibration(Bits.odds(slopeLog), offset);
  }

  /** Minus the logarithm of the likelihood, in bits, and of how likely the calibration is. */
  private static double penalty(
      double slopeLog, double offset, List<Judged> lines, boolean noneIsKnown) {
    Calibration calibration = new Calibration(Bits.odds(slopeLog), offset);
    double sum =
        square(slopeLog / SLOPE_SPREAD) / (2 * LN_2) + square(offset / OFFSET_SPREAD) / (2 * LN_2);
    for (Judged line : lines) {
      double likelihood = likelihood(line, calibration, noneIsKnown);
      sum -= Bits.log2(Math.max(likelihood, Double.MIN_NORMAL));
    }
    return sum;
  }

  /** The probability of all that may be right, 1 where that says nothing. */
  private static double likelihood(Judged line, Calibration calibration, boolean noneIsKnown) {
    double none = noneIsKnown ? 1 : 0;
    double allowed = 0;
    double all = none;
    boolean any = false;
    for (Scored candidate : line.line().all().best()) {
      double odds = Bits.odds(calibration.bits(candidate.logOddsBits()));
      all += odds;
      if (line.allows(candidate)) {
        any = true;
        allowed += odds;
      }
    }
    boolean noneMayBeRight = !any || !line.label().isTruth();
    double right = allowed + (noneMayBeRight ? none : 0);
    return right > 0 ? right / all : 1;
  }

  private static double square(double value) {
    return value * value;
  }

  /**
   * From which probability on a line is MATCHED.
   *
   * @param reached whether the lines make it sure enough that the target is reached
   */
  record Threshold(double probability, boolean reached) {}

  /**
   * The lowest probability of the best candidate from which on it is right often enough. Where none
   * is, the one from which on it is right most often, but none below the shipped one; and the
   * shipped one where too few lines say anything.
   *
   * @param lines calibrated
   */
  static Threshold threshold(List<Judged> lines, double targetPrecision, double shipped) {
    return thresholdOf(best(lines), targetPrecision, shipped);
  }

  /** The same by the best candidates alone, the most probable first. */
  static Threshold thresholdOf(List<Best> best, double targetPrecision, double shipped) {
    Threshold surest = new Threshold(shipped, false);
    double surestBound = 0;
    Threshold found = surest;
    int right = 0;
    for (int i = 0; i < best.size(); i++) {
      right += best.get(i).right() ? 1 : 0;
      double probability = best.get(i).probability();
      boolean tied = i + 1 < best.size() && best.get(i + 1).probability() == probability;
      if (tied || i + 1 < MATCHED_MIN || probability < THRESHOLD_MIN) {
        continue;
      }
      double bound = wilson(right, i + 1);
      if (bound >= targetPrecision) {
        found = new Threshold(probability, true);
      }
      if (bound > surestBound && probability >= shipped) {
        surestBound = bound;
        surest = new Threshold(probability, false);
      }
    }
    return found.reached() ? found : surest;
  }

  /** What is known of the best candidates, the most probable first. */
  private static List<Best> best(List<Judged> lines) {
    List<Best> best = new ArrayList<>();
    for (Judged line : lines) {
      if (!line.line().candidates().isEmpty()) {
        Scored first = line.line().candidates().getFirst();
        boolean right = line.allows(first);
        if (line.label().isTruth() || !right) {
          best.add(new Best(first.probability(), right));
        }
      }
    }
    best.sort(Comparator.comparingDouble(Best::probability).reversed());
    return best;
  }

  /** The best candidate of a line, and whether it is right. */
  record Best(double probability, boolean right) {}

  /** The share that is exceeded with a confidence of 80 %. */
  private static double wilson(int right, int all) {
    double share = (double) right / all;
    double square = WILSON_Z * WILSON_Z;
    double middle = share + square / (2 * all);
    double width =
        WILSON_Z * StrictMath.sqrt(share * (1 - share) / all + square / (4.0 * all * all));
    return (middle - width) / (1 + square / all);
  }
}

package dev.redress.matching;

import dev.redress.matching.MatchingModel.AskedModel;
import java.util.Arrays;

/**
 * How large a share of a customer's lines was asked for at all, which is the prior of every line.
 *
 * <p>Customers differ: some log every request, others telephone. The share is estimated from the
 * customer's own lines by the method of Saerens, Latinne & Decaestecker (2002), "Adjusting the
 * Outputs of a Classifier to New a Priori Probabilities": expectation and maximisation over nothing
 * but this one number. The comparisons stay as they are, so that the likelihood has one maximum and
 * the free prior of Fellegi-Sunter estimation, which lets everything match, cannot occur.
 *
 * <p>The estimate may only raise the prior: a log that notes no assignees or closings makes every
 * line look as if nobody had asked for it, and must not be taken for one that misses requests.
 */
final class AskedShare {
  /** More rounds change the share by less than a thousandth. */
  private static final int ROUNDS = 50;

  private AskedShare() {}

  /**
   * The bits to add to the prior of the model, log2 of estimated by expected odds; never negative.
   *
   * @param noneProbabilities of the lines by the prior of the model, in an order that does not
   *     depend on that of the input
   */
  static double shiftBits(AskedModel model, double[] noneProbabilities) {
    double expectedBits = Bits.log2(model.share() / (1 - model.share()));
    double shift = 0;
    double[] noneOdds = Arrays.stream(noneProbabilities).map(AskedShare::odds).toArray();
    for (int round = 0; round < ROUNDS; round++) {
      double sum = model.priorLines() * model.share();
      double factor = Bits.odds(-shift);
      for (double odds : noneOdds) {
        sum += 1 / (1 + odds * factor);
      }
      double asked = sum / (model.priorLines() + noneOdds.length);
      shift = Bits.log2(asked / (1 - asked)) - expectedBits;
    }
    return Math.max(0, shift);
  }

  private static double odds(double probability) {
    return probability / Math.max(1 - probability, Double.MIN_NORMAL);
  }
}

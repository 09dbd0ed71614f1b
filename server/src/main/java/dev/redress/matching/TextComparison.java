package dev.redress.matching;

import dev.redress.matching.MatchingModel.TextModel;
import java.util.List;

/**
 * Compares the words of a line with those of a request: how far the BM25F score lies above what
 * chance reaches, which part of the best score it is, and how alike the summary is. A line that
 * says nothing is no evidence.
 */
record TextComparison(TextModel model, TextIndex index) implements Comparison {
  /** Most words that evidence shows. */
  private static final int WORDS_MAX = 6;

  @Override
  public double bits(LineView line, int request) {
    return bits(line, request, index.score(line.query(), request));
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    for (int candidate = 0; candidate < sums.length; candidate++) {
      sums[candidate] +=
          bits(candidates.line(), candidates.request(candidate), candidates.textScore(candidate));
    }
  }

  private double bits(LineView line, int request, double score) {
    if (!line.saysSomething()) {
      return 0;
    }
    double likeness = score == 0 ? 0 : index.summaryLikeness(line.query(), request);
    return roughBits(line, score) + model.likeness() * likeness;
  }

  /**
   * The bits without the likeness of the summary, which takes longest to find.
   *
   * @param score of the request, in bits
   */
  double roughBits(LineView line, double score) {
    if (!line.saysSomething()) {
      return 0;
    }
    double relative = line.bestTextScore() > 0 ? score / line.bestTextScore() : 0;
    double excess = Math.max(score - line.chanceTextScore(), model.excessMin());
    return model.base() + model.excess() * excess + model.relative() * relative;
  }

  /** The values are the description, and the shared words where there are any. */
  @Override
  public Signal signal(LineView line, int request) {
    return new Signal(
        Signal.Kind.TEXT,
        line.text().shown(),
        Comparison.shortened(String.join(", ", sharedWords(line, request))),
        bits(line, request));
  }

  private List<String> sharedWords(LineView line, int request) {
    List<String> shared = index.sharedWords(line.query(), request);
    return shared.subList(0, Math.min(WORDS_MAX, shared.size()));
  }
}

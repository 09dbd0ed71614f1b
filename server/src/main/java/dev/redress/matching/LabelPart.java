package dev.redress.matching;

import dev.redress.identity.ContentHash;
import dev.redress.identity.LineName;

/**
 * What the label of a line is used for. It follows from the line's name alone, so that a line which
 * was held back once is held back from every later fit.
 */
enum LabelPart {
  /** Six of ten: estimates weights. */
  WEIGHTS,
  /** Two of ten: calibrates probabilities and sets the threshold. */
  CALIBRATION,
  /** Two of ten: held back, to tell what the model is worth. */
  HELD_BACK;

  private static final int TENTHS_WEIGHTS = 6;
  private static final int TENTHS_CALIBRATION = 2;
  private static final int HASH_DIGITS = 7;

  /** The part that a line belongs to. */
  static LabelPart of(LineName line) {
    String hash = ContentHash.of("label part", line);
    int tenth = Integer.parseInt(hash.substring(0, HASH_DIGITS), 16) % 10;
    if (tenth < TENTHS_WEIGHTS) {
      return WEIGHTS;
    }
    return tenth < TENTHS_WEIGHTS + TENTHS_CALIBRATION ? CALIBRATION : HELD_BACK;
  }
}

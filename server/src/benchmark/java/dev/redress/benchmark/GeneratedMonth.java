package dev.redress.benchmark;

import dev.redress.matching.MatchingInput;
import java.util.Random;

/** A made-up month of one customer for measurements in other packages; always the same one. */
public final class GeneratedMonth {
  private static final int GIVEN_AWAY_PERCENT = 3;
  private static final long SEED = 7;

  private GeneratedMonth() {}

  /**
   * What the engine gets to know of the month.
   *
   * @param requests how many there are; lines and time entries are about a fifth more
   */
  public static MatchingInput of(int requests) {
    return HonestMonth.generate("C", requests, GIVEN_AWAY_PERCENT, new Random(SEED)).input();
  }
}

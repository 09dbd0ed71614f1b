package dev.redress.matching;

import java.util.List;

/**
 * Bits by level: the levels are ranges of a whole number.
 *
 * @param bounds where the second and each later level begins, ascending
 * @param bits what each level is worth, one more than there are bounds
 */
public record LevelTable(List<Integer> bounds, List<Double> bits) {

  public LevelTable {
    bounds = List.copyOf(bounds);
    bits = List.copyOf(bits);
    if (bits.size() != bounds.size() + 1) {
      throw new IllegalArgumentException("a table needs one more level than it has bounds");
    }
  }

  /** What a value is worth. */
  public double bitsOf(int value) {
    return bits.get(levelOf(value));
  }

  /** The level that a value falls into, from 0. */
  public int levelOf(int value) {
    int level = 0;
    while (level < bounds.size() && value >= bounds.get(level)) {
      level++;
    }
    return level;
  }
}

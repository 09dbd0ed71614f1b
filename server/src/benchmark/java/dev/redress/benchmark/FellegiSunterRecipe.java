package dev.redress.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Fellegi & Sunter (1969) as one would do it in SQL: a table {@code pair} of blocked pairs with the
 * levels {@code g0, g1, ...} of each, u counted in a table {@code random_pair} with the same
 * columns, m by expectation and maximisation with a fixed prior. Adds a column of bits to the
 * blocked pairs.
 */
final class FellegiSunterRecipe {
  private static final int ROUNDS = 25;
  private static final int LEVELS_MAX = 12;

  private final Connection connection;
  private final int columns;

  FellegiSunterRecipe(Connection connection, int columns) {
    this.connection = connection;
    this.columns = columns;
  }

  /** A combination of levels and how many blocked pairs show it. */
  private record Pattern(List<Integer> levels, double pairs) {
    Pattern {
      levels = List.copyOf(levels);
    }
  }

  /**
   * Makes the table {@code scored}: the pairs with their {@code bits}, prior included.
   *
   * @param priorOdds that a blocked pair belongs together, before any comparison
   */
  void score(double priorOdds) throws SQLException {
    double[][] u = shares(patterns("random_pair"), (_, _) -> 1, 0.5);
    List<Pattern> blocked = patterns("pair");
    double[][] m = new double[columns][LEVELS_MAX];
    // Better levels come first.
    for (double[] levels : m) {
      Arrays.setAll(levels, level -> StrictMath.pow(0.5, level + 1.0));
    }
    for (int round = 0; round < ROUNDS; round++) {
      double[][] last = m;
      m =
          shares(
              blocked,
              (pattern, _) -> {
                double odds = priorOdds;
                for (int column = 0; column < columns; column++) {
                  int level = pattern.levels().get(column);
                  odds *= last[column][level] / u[column][level];
                }
                return odds / (1 + odds);
              },
              1e-3);
    }
    String bits = bits(m, u) + " + " + StrictMath.log(priorOdds) / StrictMath.log(2);
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE OR REPLACE TABLE scored AS SELECT *, " + bits + " AS bits FROM pair");
    }
  }

  /** The weight of a pattern. */
  private interface Weight {
    double of(Pattern pattern, int column);
  }

  private double[][] shares(List<Pattern> patterns, Weight weight, double smoothing) {
    double[][] shares = new double[columns][LEVELS_MAX];
    for (int column = 0; column < columns; column++) {
      Arrays.fill(shares[column], smoothing);
      for (Pattern pattern : patterns) {
        shares[column][pattern.levels().get(column)] +=
            pattern.pairs() * weight.of(pattern, column);
      }
      double sum = Arrays.stream(shares[column]).sum();
      for (int level = 0; level < LEVELS_MAX; level++) {
        shares[column][level] /= sum;
      }
    }
    return shares;
  }

  private List<Pattern> patterns(String table) throws SQLException {
    String names =
        IntStream.range(0, columns)
            .mapToObj(column -> "g" + column)
            .collect(Collectors.joining(","));
    List<Pattern> patterns = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT %s, count(*) FROM %s GROUP BY ALL".formatted(names, table))) {
      while (rows.next()) {
        List<Integer> levels = new ArrayList<>();
        for (int column = 1; column <= columns; column++) {
          levels.add(rows.getInt(column));
        }
        patterns.add(new Pattern(levels, rows.getDouble(columns + 1)));
      }
    }
    return patterns;
  }

  private String bits(double[][] m, double[][] u) {
    List<String> sums = new ArrayList<>();
    for (int column = 0; column < columns; column++) {
      List<String> weights = new ArrayList<>();
      for (int level = 0; level < LEVELS_MAX; level++) {
        double weight = StrictMath.log(m[column][level] / u[column][level]) / StrictMath.log(2);
        weights.add("%.6f".formatted(weight));
      }
      sums.add("[" + String.join(",", weights) + "][g" + column + " + 1]");
    }
    return String.join(" + ", sums);
  }
}

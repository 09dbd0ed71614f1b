package dev.redress.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a report: the first ones one by one, all others in one, and all of them together.
 *
 * @param others how many rows the other one stands for
 * @param other absent exactly when there are no others
 * @param total of rows and others
 * @param <T> what a row says
 */
public record Ranked<T>(List<Row<T>> rows, int others, @Nullable T other, T total) {
  /** Most rows that are told one by one. */
  public static final int ROWS_MAX = 1_000;

  /** How many are, where nobody says otherwise. */
  public static final int ROWS_DEFAULT = 50;

  public Ranked {
    rows = List.copyOf(rows);
    if ((others == 0) != (other == null)) {
      throw new IllegalArgumentException("what stands for other rows stands for at least one");
    }
  }

  /**
   * The rows in an order; rows that are equal in it are ordered by their keys.
   *
   * @param nothing the sum of no rows
   */
  static <T> Ranked<T> of(
      Map<String, T> byKey,
      Comparator<Row<T>> order,
      int rowsMax,
      T nothing,
      BinaryOperator<T> plus) {
    List<Row<T>> sorted =
        byKey.entrySet().stream()
            .map(each -> new Row<>(each.getKey(), each.getValue()))
            .sorted(order.thenComparing(Row::key))
            .toList();
    List<Row<T>> rows = sorted.subList(0, Math.min(rowsMax, sorted.size()));
    List<Row<T>> rest = sorted.subList(rows.size(), sorted.size());
    T other = sum(rest, nothing, plus);
    return new Ranked<>(
        rows,
        rest.size(),
        rest.isEmpty() ? null : other,
        plus.apply(sum(rows, nothing, plus), other));
  }

  private static <T> T sum(List<Row<T>> rows, T nothing, BinaryOperator<T> plus) {
    return rows.stream().map(Row::figures).reduce(nothing, plus);
  }

  /**
   * One row.
   *
   * @param key what it is about, such as a customer's id; empty where nothing is said
   */
  public record Row<T>(String key, T figures) {}
}

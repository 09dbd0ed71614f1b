package dev.redress.benchmark;

import dev.redress.matching.Allocation;
import dev.redress.matching.MatchingModel;
import dev.redress.matching.MatchingModel.AskedModel;
import dev.redress.matching.MatchingModel.TextModel;
import dev.redress.matching.MatchingModel.Thresholds;
import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Weights for payments, whose amounts drift otherwise than hours do. The bounds of the levels, the
 * weights of the words and the thresholds are set; the shares m of date and amount are counted
 * among the pairs that the engine itself matches (estimation by hard expectation and maximisation),
 * beginning with nothing but that money arrives after it left. No truth is used.
 */
final class TransactionModel {
  private static final List<Integer> DAY_BOUNDS = List.of(-31, 0, 1, 2, 3, 4, 8, 15, 32);
  private static final List<Double> AMOUNT_BOUNDS =
      List.of(0.01, 0.02, 0.03, 0.04, 0.05, 0.07, 0.1);

  private TransactionModel() {}

  /** Before anything is known: all levels within the bounds are alike. */
  static MatchingModel flat() {
    return of(
        List.of(0.001, 0.009, 0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.08, 0.01),
        List.of(0.12, 0.11, 0.11, 0.11, 0.11, 0.11, 0.11, 0.1, 0.1, 0.01, 0.01));
  }

  /** By what an earlier model matched. */
  static MatchingModel fitted(
      List<Verdict> verdicts,
      Map<String, TransactionRecords> origins,
      Map<String, TransactionRecords> destinations) {
    double[] days = new double[DAY_BOUNDS.size() + 1];
    double[] amounts = new double[AMOUNT_BOUNDS.size() + 4];
    Arrays.fill(days, 1);
    Arrays.fill(amounts, 1);
    for (Verdict verdict : verdicts) {
      if (verdict.answer() == Answer.MATCHED) {
        Allocation part = verdict.allocations().getFirst();
        TransactionRecords from = origins.get(part.request());
        TransactionRecords to = destinations.get(verdict.line().line());
        if (from != null && to != null) {
          days[dayLevel(from, to)]++;
          amounts[amountLevel(from, to)]++;
        }
      }
    }
    return of(shares(days), shares(amounts));
  }

  private static int dayLevel(TransactionRecords from, TransactionRecords to) {
    long days = ChronoUnit.DAYS.between(from.date(), to.date());
    return (int) DAY_BOUNDS.stream().filter(bound -> days >= bound).count();
  }

  private static int amountLevel(TransactionRecords from, TransactionRecords to) {
    long billed = to.amount().tenThousandths();
    long difference = billed - from.amount().tenThousandths();
    if (difference == 0) {
      return 0;
    }
    if (Math.abs(difference) <= 2_500) {
      return 1;
    }
    for (int bound = 0; bound < AMOUNT_BOUNDS.size(); bound++) {
      if (Math.abs(difference) <= (long) (billed * AMOUNT_BOUNDS.get(bound))) {
        return 2 + bound;
      }
    }
    return AMOUNT_BOUNDS.size() + (difference > 0 ? 3 : 2);
  }

  private static List<Double> shares(double[] counts) {
    double sum = Arrays.stream(counts).sum();
    List<Double> shares = new ArrayList<>();
    for (double count : counts) {
      shares.add(count / sum);
    }
    return shares;
  }

  private static MatchingModel of(List<Double> days, List<Double> amounts) {
    MatchingModel shipped = MatchingModel.shipped();
    return new MatchingModel(
        "transactions",
        // Nearly every payment that arrives was sent.
        new AskedModel(7, 0.9, 1_000_000),
        shipped.reference(),
        shipped.date(),
        shipped.technician(),
        shipped.component(),
        new WorkModel(
            0.95,
            DAY_BOUNDS,
            days,
            flatBaseline(days.size()),
            AMOUNT_BOUNDS,
            amounts,
            flatBaseline(amounts.size()),
            0.2,
            -8,
            0.9),
        new TextModel(0.6, -15, 5, 3.2, -2.5),
        shipped.person(),
        shipped.catchAll(),
        shipped.calibration(),
        new Thresholds(0.5, 0.5));
  }

  private static List<Double> flatBaseline(int levels) {
    Double[] shares = new Double[levels];
    Arrays.fill(shares, 1.0 / levels);
    return List.of(shares);
  }
}

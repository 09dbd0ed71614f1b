package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.matching.CalibrationFit.Judged;
import dev.redress.matching.CalibrationFit.Threshold;
import dev.redress.matching.MatchingModel.Calibration;
import dev.redress.matching.MatchingModel.Thresholds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Fits a model to what is known of a provider's lines. A pure function: the same labels and models
 * give the same numbers, whatever the order of the lists.
 *
 * <p>Six of ten labelled lines estimate weights, two calibrate, and two are held back to tell what
 * it is worth; see {@link LabelPart}. Weights begin with the shipped model and move as far as the
 * labels outweigh it. References, words, requesters, catch-all requests and the prior stay as they
 * are shipped.
 */
public final class ModelFit {
  /** Fewer labelled lines are no basis for anything. */
  public static final int LABELS_MIN = 50;

  /** Expectation and maximisation; after two rounds of few labels little moves any more. */
  private static final int ROUNDS = 2;

  /** How many labelled lines the shipped model is worth. */
  private static final double KNOWN_LINES = 200;

  /** What a line without a label counts at most; all of them count at most as the labelled ones. */
  private static final double UNLABELLED_WEIGHT = 0.1;

  private final List<LabelledInput> customers;
  private final MatchingModel shipped;
  private final String version;

  private ModelFit(List<LabelledInput> customers, MatchingModel shipped, String version) {
    this.customers =
        customers.stream()
            .filter(customer -> !customer.labels().isEmpty())
            .sorted(Comparator.comparing(customer -> first(customer).customer().toString()))
            .toList();
    this.shipped = shipped;
    this.version = version;
  }

  /** A fitted model with how it came about. */
  public record Fitted(MatchingModel model, FitReport report) {}

  /**
   * Fits a model.
   *
   * @param customers each at most once
   * @param shipped the model to begin with and to hold on to
   * @param inUse the model to compare with
   * @param version of the fitted model
   * @param targetPrecision the share of MATCHED lines that shall be right, above 0.5 and below 1
   */
  public static Fitted fit(
      List<LabelledInput> customers,
      MatchingModel shipped,
      MatchingModel inUse,
      String version,
      double targetPrecision) {
    ModelFit fit = new ModelFit(customers, shipped, version);
    MatchingModel weighed = shipped;
    for (int round = 0; round < ROUNDS; round++) {
      weighed = fit.weights(weighed);
    }
    List<Judged> judged = fit.judged(weighed);
    Calibration calibration = CalibrationFit.calibration(judged);
    Threshold threshold =
        CalibrationFit.threshold(
            judged.stream()
                .map(
                    line ->
                        new Judged(line.line().calibrated(calibration), line.book(), line.label()))
                .toList(),
            targetPrecision,
            shipped.thresholds().matched());
    MatchingModel model =
        fit.with(
            weighed,
            calibration,
            new Thresholds(threshold.probability(), shipped.thresholds().unmatched()));
    return new Fitted(model, fit.report(inUse, model, targetPrecision, threshold.reached()));
  }

  /** How many labelled lines there are. */
  public static int labels(List<LabelledInput> customers) {
    return customers.stream().mapToInt(customer -> customer.labels().size()).sum();
  }

  private static LineName first(LabelledInput customer) {
    return customer.labels().keySet().iterator().next();
  }

  /** One round: posteriors by a model, and from them new weights. */
  private MatchingModel weights(MatchingModel by) {
    DateFit dates = new DateFit(shipped.date(), KNOWN_LINES);
    AssigneeFit assignees = new AssigneeFit(shipped.technician(), KNOWN_LINES);
    WorkFit work = new WorkFit(shipped.work(), KNOWN_LINES);
    for (LabelledInput customer : customers) {
      Examination examined = new LearnedCustomer(customer.input(), by).examination();
      double weight = unlabelledWeight(customer, examined);
      dates.add(examined, examined.pairs(customer, Signal.Kind.DATE, weight));
      assignees.add(examined, examined.pairs(customer, Signal.Kind.TECHNICIAN, weight));
      work.add(examined, session -> examined.pairs(customer, session, weight));
    }
    return new MatchingModel(
        version,
        shipped.asked(),
        shipped.reference(),
        dates.fit(),
        assignees.fit(),
        shipped.component(),
        work.fit(),
        shipped.text(),
        shipped.person(),
        shipped.catchAll(),
        Calibration.IDENTITY,
        shipped.thresholds());
  }

  private static double unlabelledWeight(LabelledInput customer, Examination examined) {
    long known = customer.labels().values().stream().filter(Examination::isKnownPair).count();
    return Math.min(UNLABELLED_WEIGHT, (double) known / Math.max(1, examined.unlabelled(customer)));
  }

  private MatchingModel with(
      MatchingModel weighed, Calibration calibration, Thresholds thresholds) {
    return new MatchingModel(
        version,
        weighed.asked(),
        weighed.reference(),
        weighed.date(),
        weighed.technician(),
        weighed.component(),
        weighed.work(),
        weighed.text(),
        weighed.person(),
        weighed.catchAll(),
        calibration,
        thresholds);
  }

  /** The lines that calibrate, as a model scores them. */
  private List<Judged> judged(MatchingModel by) {
    List<Judged> judged = new ArrayList<>();
    for (LabelledInput customer : customers) {
      RequestBook book = new RequestBook(customer.input());
      for (ScoredLine line : SolvedCustomer.solve(customer.input(), by).scores()) {
        LineLabel label = customer.labels().get(line.view().line().name());
        if (label != null && LabelPart.of(label.line()) == LabelPart.CALIBRATION) {
          judged.add(new Judged(line, book, label));
        }
      }
    }
    return judged;
  }

  private FitReport report(
      MatchingModel before, MatchingModel after, double targetPrecision, boolean targetReached) {
    Map<LineLabel.Kind, Integer> kinds = new EnumMap<>(LineLabel.Kind.class);
    Map<LabelPart, Integer> parts = new EnumMap<>(LabelPart.class);
    for (LabelledInput customer : customers) {
      for (LineLabel label : customer.labels().values()) {
        kinds.merge(label.kind(), 1, Integer::sum);
        parts.merge(LabelPart.of(label.line()), 1, Integer::sum);
      }
    }
    return new FitReport(
        before.version(),
        kinds,
        parts.getOrDefault(LabelPart.WEIGHTS, 0),
        parts.getOrDefault(LabelPart.CALIBRATION, 0),
        parts.getOrDefault(LabelPart.HELD_BACK, 0),
        targetPrecision,
        targetReached,
        changes(before, after),
        quality(before),
        quality(after));
  }

  /** The numbers in which two models differ. */
  private static List<FitReport.Change> changes(MatchingModel before, MatchingModel after) {
    Map<String, Double> old = ModelNumbers.of(before);
    List<FitReport.Change> changes = new ArrayList<>();
    ModelNumbers.of(after)
        .forEach(
            (name, number) -> {
              // A model of an earlier make may lack a number.
              double was = old.getOrDefault(name, number);
              if (was != number) {
                changes.add(new FitReport.Change(name, was, number));
              }
            });
    return changes;
  }

  /** The quality of a model on the lines held back. */
  private ModelQuality quality(MatchingModel model) {
    QualityCheck check = new QualityCheck();
    for (LabelledInput customer : customers) {
      for (Verdict verdict : Matcher.match(customer.input(), model)) {
        LineLabel label = customer.labels().get(verdict.line());
        if (label != null && LabelPart.of(label.line()) == LabelPart.HELD_BACK) {
          check.add(verdict, label);
        }
      }
    }
    return check.quality();
  }
}

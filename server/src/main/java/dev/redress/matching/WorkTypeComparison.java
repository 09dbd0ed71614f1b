package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares the kind of work billed with the kind of work logged nearest to it. */
final class WorkTypeComparison implements Comparison {
  /** A kind that nearly all work is of still has this chance to differ. */
  private static final double DIFFERS_MIN = 0.02;

  private final WorkModel model;
  private final WorkLog log;
  private final Map<String, Integer> entriesByType = new HashMap<>();

  WorkTypeComparison(WorkModel model, WorkLog log) {
    this.model = model;
    this.log = log;
    log.all().forEach(work -> entriesByType.merge(type(work), 1, Integer::sum));
  }

  @Override
  public double bits(LineView line, int request) {
    String billed = normal(line.line().workType());
    List<LoggedWork> nearest =
        log.nearest(line, request).stream().filter(work -> !type(work).isEmpty()).toList();
    // A kind that nobody logs by is from another vocabulary.
    if (nearest.isEmpty() || !entriesByType.containsKey(billed) || billed.isEmpty()) {
      return 0;
    }
    double share = (double) entriesByType.get(billed) / log.all().size();
    return nearest.stream().anyMatch(work -> type(work).equals(billed))
        ? Math.max(0, Bits.ratio(model.typeShare(), share))
        : Math.min(0, Bits.ratio(1 - model.typeShare(), Math.max(DIFFERS_MIN, 1 - share)));
  }

  @Override
  public Signal signal(LineView line, int request) {
    List<LoggedWork> nearest = log.nearest(line, request);
    return new Signal(
        Signal.Kind.WORK_TYPE,
        Comparison.shortened(line.line().workType()),
        nearest.isEmpty() ? "" : Comparison.shortened(nearest.getFirst().entry().workType()),
        bits(line, request));
  }

  private static String type(LoggedWork work) {
    return normal(work.entry().workType());
  }

  private static String normal(String type) {
    return type.strip().toLowerCase(Locale.ROOT);
  }
}

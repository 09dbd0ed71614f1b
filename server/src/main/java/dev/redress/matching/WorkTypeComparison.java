package dev.redress.matching;

import dev.redress.matching.MatchingModel.WorkModel;
import dev.redress.matching.RequestBook.LoggedWork;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Compares the kind of work billed with the kind of work logged nearest to it. */
final class WorkTypeComparison implements Comparison {
  /** A kind that nearly all work is of still has this chance to differ. */
  private static final double DIFFERS_MIN = 0.02;

  private final WorkModel model;
  private final WorkLog log;
  private final Map<String, Integer> entriesByType = new HashMap<>();

  /** The kind of each time entry, by its number. */
  private final String[] types;

  WorkTypeComparison(WorkModel model, WorkLog log) {
    this.model = model;
    this.log = log;
    this.types = new String[log.book().workCount()];
    for (LoggedWork work : log.all()) {
      types[work.number()] = normal(work.entry().workType());
      entriesByType.merge(types[work.number()], 1, Integer::sum);
    }
  }

  @Override
  public double bits(LineView line, int request) {
    Optional<Boolean> same = isSame(line, request);
    if (same.isEmpty()) {
      return 0;
    }
    return same.get() ? sameBits(line.workType()) : otherBits(line.workType());
  }

  @Override
  public void addBits(Candidates candidates, double[] sums) {
    String billed = candidates.line().workType();
    if (billed.isEmpty() || !entriesByType.containsKey(billed)) {
      return;
    }
    double sameBits = sameBits(billed);
    double otherBits = otherBits(billed);
    for (int candidate = 0; candidate < sums.length; candidate++) {
      Optional<Boolean> same = isSame(billed, candidates.nearest(candidate));
      if (same.isPresent()) {
        sums[candidate] += same.get() ? sameBits : otherBits;
      }
    }
  }

  private double sameBits(String type) {
    return Math.max(0, Bits.ratio(model.typeShare(), share(type)));
  }

  private double otherBits(String type) {
    double differs = Math.max(DIFFERS_MIN, 1 - share(type));
    return Math.min(0, Bits.ratio(1 - model.typeShare(), differs));
  }

  /** The share of all entries that are of a kind. */
  private double share(String type) {
    return (double) entriesByType.getOrDefault(type, 0) / log.all().size();
  }

  /** Whether billed and logged work are of one kind; empty where either does not say. */
  Optional<Boolean> isSame(LineView line, int request) {
    String billed = line.workType();
    // A kind that nobody logs by is from another vocabulary.
    if (billed.isEmpty() || !entriesByType.containsKey(billed)) {
      return Optional.empty();
    }
    return isSame(billed, log.nearest(line, request));
  }

  private Optional<Boolean> isSame(String billed, List<LoggedWork> nearest) {
    boolean known = false;
    boolean equal = false;
    for (LoggedWork work : nearest) {
      known |= !types[work.number()].isEmpty();
      equal |= types[work.number()].equals(billed);
    }
    return known ? Optional.of(equal) : Optional.empty();
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

  /** A kind as it is compared. */
  static String normal(String type) {
    return type.strip().toLowerCase(Locale.ROOT);
  }
}

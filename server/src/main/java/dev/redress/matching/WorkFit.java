package dev.redress.matching;

import dev.redress.identity.ContentHash;
import dev.redress.matching.Examination.WeightedPair;
import dev.redress.matching.MatchingModel.WorkModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Fits the comparisons with time entries: m from pairs that belong together, u from pairs taken at
 * random. Chance is a hash of the line's name, so that the same lines give the same pairs.
 */
final class WorkFit {
  /** Pairs taken at random for each line. */
  private static final int RANDOM_PAIRS = 16;

  private static final int HASH_DIGITS = 8;
  private static final double SHARE_MAX = 0.995;

  private final WorkModel known;
  private final double knownLines;
  private final LevelShares technician = new LevelShares(2);
  private final LevelShares types = new LevelShares(2);
  private final LevelShares days;
  private final LevelShares hours;
  private final LevelShares randomDays;
  private final LevelShares randomHours;

  /**
   * Nothing counted yet.
   *
   * @param knownLines how many lines each known share is worth
   */
  WorkFit(WorkModel known, double knownLines) {
    this.known = known;
    this.knownLines = knownLines;
    this.days = new LevelShares(known.dayShares().size());
    this.hours = new LevelShares(known.hoursShares().size());
    this.randomDays = new LevelShares(known.dayShares().size());
    this.randomHours = new LevelShares(known.hoursShares().size());
  }

  /**
   * Counts pairs of one customer.
   *
   * @param pairsOf the pairs from which a signal is estimated
   */
  void add(Examination customer, Function<Signal.Kind, List<WeightedPair>> pairsOf) {
    if (customer.log().all().isEmpty()) {
      return;
    }
    for (WeightedPair pair : pairsOf.apply(Signal.Kind.TECHNICIAN)) {
      if (hasWork(customer, pair) && !pair.line().logged().isEmpty()) {
        boolean own = !pair.line().logged().on(pair.request()).isEmpty();
        technician.add(own ? 1 : 0, pair.weight());
      }
    }
    for (WeightedPair pair : pairsOf.apply(Signal.Kind.DATE)) {
      if (hasWork(customer, pair)) {
        days.add(customer.workDates().level(pair.line(), pair.request()), pair.weight());
      }
    }
    for (WeightedPair pair : pairsOf.apply(Signal.Kind.HOURS)) {
      addHours(hours, customer, pair);
    }
    for (WeightedPair pair : pairsOf.apply(Signal.Kind.WORK_TYPE)) {
      customer
          .workType()
          .isSame(pair.line(), pair.request())
          .ifPresent(same -> types.add(same ? 1 : 0, pair.weight()));
    }
    for (WeightedPair pair : random(customer)) {
      randomDays.add(customer.workDates().level(pair.line(), pair.request()), pair.weight());
      addHours(randomHours, customer, pair);
    }
  }

  /** The fitted model. */
  WorkModel fit() {
    return new WorkModel(
        share(technician, known.technicianShare()),
        known.dayBounds(),
        days.shares(known.dayShares(), knownLines),
        randomDays.shares(known.dayBaseline(), knownLines),
        known.hoursBounds(),
        hours.shares(known.hoursShares(), knownLines),
        randomHours.shares(known.hoursBaseline(), knownLines),
        known.baselineWeight(),
        known.spentBits(),
        share(types, known.typeShare()));
  }

  private double share(LevelShares seen, double knownShare) {
    return Math.min(SHARE_MAX, seen.share(1, knownShare, knownLines));
  }

  private static boolean hasWork(Examination customer, WeightedPair pair) {
    return !customer.book().work(pair.request()).isEmpty();
  }

  private static void addHours(LevelShares shares, Examination customer, WeightedPair pair) {
    int level = customer.hours().levelPlace(pair.line(), pair.request());
    if (level >= 0) {
      shares.add(level, pair.weight());
    }
  }

  /** Pairs that hardly ever belong together; each line counts as one. */
  private static List<WeightedPair> random(Examination customer) {
    RequestBook book = customer.book();
    List<Integer> withWork = new ArrayList<>();
    for (int request = 0; request < book.size(); request++) {
      if (!book.work(request).isEmpty()) {
        withWork.add(request);
      }
    }
    List<WeightedPair> pairs = new ArrayList<>();
    for (Compared line : customer.lines()) {
      for (int i = 0; i < RANDOM_PAIRS; i++) {
        String hash = ContentHash.of("random pair", line.line().line().name(), i);
        int place = (int) (Long.parseLong(hash.substring(0, HASH_DIGITS), 16) % withWork.size());
        pairs.add(new WeightedPair(line.line(), withWork.get(place), 1.0 / RANDOM_PAIRS));
      }
    }
    return pairs;
  }
}

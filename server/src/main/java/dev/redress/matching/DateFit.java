package dev.redress.matching;

import dev.redress.matching.Examination.WeightedPair;
import dev.redress.matching.MatchingModel.DateModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fits how work lies to the opening and closing of its request. A level's new bits are its old ones
 * plus log2 of how often pairs that belong together reach it by how often the old model expects
 * them to, given how often it is reached by all requests of the customer (u).
 *
 * <p>Opening and closing of a request go together. So both tables are moved in turns until both
 * fit, which is iterative proportional fitting (Deming & Stephan 1940).
 */
final class DateFit {
  private static final int ROUNDS = 12;

  /** A level never moves farther from the shipped model; so much is a matter of other causes. */
  private static final double BITS_MAX = 4;

  private final DateModel known;
  private final double knownLines;
  private final Tables noted;
  private final Tables alone;

  /**
   * Nothing counted yet.
   *
   * @param known the model to hold on to
   * @param knownLines how many lines that is worth
   */
  DateFit(DateModel known, double knownLines) {
    this.known = known;
    this.knownLines = knownLines;
    List<Double> closed = new ArrayList<>(known.sinceClosed().bits());
    closed.add(known.neverClosed());
    this.noted = new Tables(known.sinceOpened().bits(), closed);
    this.alone = new Tables(known.sinceOpenedAlone().bits(), List.of(0.0));
  }

  /** Counts pairs of one customer; those whose request has time entries are left out. */
  void add(Examination customer, List<WeightedPair> pairs) {
    RequestBook book = customer.book();
    boolean closings = LifeDates.areClosingsNoted(book);
    Tables tables = closings ? noted : alone;
    LevelTable opened = closings ? known.sinceOpened() : known.sinceOpenedAlone();
    Map<Integer, Double> weights = new TreeMap<>();
    for (WeightedPair pair : pairs) {
      if (book.work(pair.request()).isEmpty()) {
        int day = pair.line().day();
        int level = opened.levelOf(day - book.openedDay(pair.request()));
        int other = closings ? closedLevel(book, pair.request(), day) : 0;
        tables.add(level, other, pair.weight());
        weights.merge(day, pair.weight(), Double::sum);
      }
    }
    weights.forEach(
        (day, weight) -> {
          double[][] reached = tables.empty();
          for (int request = 0; request < book.size(); request++) {
            if (book.work(request).isEmpty()) {
              int level = opened.levelOf(day - book.openedDay(request));
              reached[level][closings ? closedLevel(book, request, day) : 0]++;
            }
          }
          tables.days.add(new Day(weight, reached));
        });
  }

  private int closedLevel(RequestBook book, int request, int day) {
    int closed = book.closedDay(request);
    return closed == RequestBook.NEVER
        ? known.sinceClosed().bits().size()
        : known.sinceClosed().levelOf(day - closed);
  }

  /** The fitted model. */
  DateModel fit() {
    noted.fit(knownLines);
    alone.fit(knownLines);
    int levels = known.sinceClosed().bits().size();
    return new DateModel(
        new LevelTable(known.sinceOpened().bounds(), noted.opened()),
        new LevelTable(known.sinceClosed().bounds(), noted.closed().subList(0, levels)),
        noted.closed().get(levels),
        new LevelTable(known.sinceOpenedAlone().bounds(), alone.opened()),
        known.baselineOdds(),
        known.baselineRequests());
  }

  /** How many requests reach each pair of levels on a day, and what the lines of the day weigh. */
  private static final class Day {
    private final double weight;
    private final double[][] reached;

    Day(double weight, double[][] reached) {
      this.weight = weight;
      this.reached = reached;
    }
  }

  /** Two tables that are fitted together. */
  private static final class Tables {
    private final double[] openedKnown;
    private final double[] closedKnown;
    private final double[] opened;
    private final double[] closed;
    private final LevelShares openedSeen;
    private final LevelShares closedSeen;
    private final List<Day> days = new ArrayList<>();

    Tables(List<Double> opened, List<Double> closed) {
      this.openedKnown = opened.stream().mapToDouble(Double::doubleValue).toArray();
      this.closedKnown = closed.stream().mapToDouble(Double::doubleValue).toArray();
      this.opened = openedKnown.clone();
      this.closed = closedKnown.clone();
      this.openedSeen = new LevelShares(this.opened.length);
      this.closedSeen = new LevelShares(this.closed.length);
    }

    double[][] empty() {
      return new double[opened.length][closed.length];
    }

    void add(int openedLevel, int closedLevel, double weight) {
      openedSeen.add(openedLevel, weight);
      closedSeen.add(closedLevel, weight);
    }

    List<Double> opened() {
      return Arrays.stream(opened).boxed().toList();
    }

    List<Double> closed() {
      return Arrays.stream(closed).boxed().toList();
    }

    void fit(double knownLines) {
      if (days.isEmpty()) {
        return;
      }
      double[] openedExpected = expected(true);
      double[] closedExpected = expected(false);
      for (int round = 0; round < ROUNDS; round++) {
        move(opened, openedKnown, expected(true), openedSeen, openedExpected, knownLines);
        move(closed, closedKnown, expected(false), closedSeen, closedExpected, knownLines);
      }
    }

    private static void move(
        double[] bits,
        double[] known,
        double[] expected,
        LevelShares seen,
        double[] firstExpected,
        double knownLines) {
      for (int level = 0; level < bits.length; level++) {
        double wanted = seen.share(level, firstExpected[level], knownLines);
        if (expected[level] > 0 && wanted > 0) {
          double moved = bits[level] + Bits.ratio(wanted, expected[level]);
          bits[level] = Math.clamp(moved, known[level] - BITS_MAX, known[level] + BITS_MAX);
        }
      }
    }

    /** How often each level of one table is reached by pairs that belong together, by the model. */
    private double[] expected(boolean ofOpened) {
      double[] shares = new double[ofOpened ? opened.length : closed.length];
      double[] openedOdds = Arrays.stream(opened).map(Bits::odds).toArray();
      double[] closedOdds = Arrays.stream(closed).map(Bits::odds).toArray();
      double weights = 0;
      for (Day day : days) {
        double[] ofDay = new double[shares.length];
        double sum = 0;
        for (int one = 0; one < openedOdds.length; one++) {
          for (int other = 0; other < closedOdds.length; other++) {
            double odds = day.reached[one][other] * openedOdds[one] * closedOdds[other];
            ofDay[ofOpened ? one : other] += odds;
            sum += odds;
          }
        }
        weights += day.weight;
        for (int level = 0; level < shares.length; level++) {
          shares[level] += day.weight * ofDay[level] / sum;
        }
      }
      for (int level = 0; level < shares.length; level++) {
        shares[level] /= weights;
      }
      return shares;
    }
  }
}

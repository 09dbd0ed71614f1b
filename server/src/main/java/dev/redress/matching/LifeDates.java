package dev.redress.matching;

import dev.redress.matching.MatchingModel.DateModel;
import java.util.HashMap;
import java.util.Map;

/**
 * The date of the work against the opening and closing of requests.
 *
 * <p>The weights of the model are made relative to all requests of the customer, so that a request
 * taken at random expects odds of one: where everything was opened last week, being opened last
 * week says little.
 */
final class LifeDates {
  /** Farther days count as this many. */
  private static final int DAYS_MAX = 2_000;

  /** A log in which not even one request of so many is closed does not note closings. */
  private static final int CLOSINGS_NOTED = 20;

  private final DateModel model;
  private final RequestBook book;
  private final double neverClosedBits;
  private final double neverClosedOdds;
  private final double[] openedBits = new double[2 * DAYS_MAX + 1];
  private final double[] openedOdds = new double[2 * DAYS_MAX + 1];
  private final double[] closedBits = new double[2 * DAYS_MAX + 1];
  private final double[] closedOdds = new double[2 * DAYS_MAX + 1];
  private final Map<Integer, Double> expectedBits = new HashMap<>();
  private final double[] ranked;
  private int rankedDay = Integer.MIN_VALUE;

  LifeDates(DateModel model, RequestBook book) {
    this.model = model;
    this.book = book;
    this.ranked = new double[book.size()];
    boolean closingsAreNoted = areClosingsNoted(book);
    LevelTable sinceOpened = closingsAreNoted ? model.sinceOpened() : model.sinceOpenedAlone();
    for (int at = 0; at < openedBits.length; at++) {
      openedBits[at] = sinceOpened.bitsOf(at - DAYS_MAX);
      closedBits[at] = model.sinceClosed().bitsOf(at - DAYS_MAX);
      openedOdds[at] = Bits.odds(openedBits[at]);
      closedOdds[at] = Bits.odds(closedBits[at]);
    }
    neverClosedBits = closingsAreNoted ? model.neverClosed() : 0;
    neverClosedOdds = Bits.odds(neverClosedBits);
  }

  /** The bits of a request for work on a day. */
  double bits(int day, int request) {
    return absoluteBits(day, request) - expectedBits(day);
  }

  /**
   * The same for all requests and before it is made relative, which is enough to rank requests for
   * one day. Valid until the next call; not to be changed.
   */
  double[] absoluteBits(int day) {
    if (day != rankedDay) {
      for (int request = 0; request < book.size(); request++) {
        ranked[request] = absoluteBits(day, request);
      }
      rankedDay = day;
    }
    return ranked;
  }

  private double absoluteBits(int day, int request) {
    int closed = book.closedDay(request);
    double closing =
        closed == RequestBook.NEVER ? neverClosedBits : closedBits[place(day - closed)];
    return openedBits[place(day - book.openedDay(request))] + closing;
  }

  private double expectedBits(int day) {
    return expectedBits.computeIfAbsent(day, this::expect);
  }

  private double expect(int day) {
    double sum = 0;
    for (int request = 0; request < book.size(); request++) {
      int closed = book.closedDay(request);
      double closing =
          closed == RequestBook.NEVER ? neverClosedOdds : closedOdds[place(day - closed)];
      sum += openedOdds[place(day - book.openedDay(request))] * closing;
    }
    double baseline = model.baselineOdds() * model.baselineRequests();
    return Bits.log2((sum + baseline) / (book.size() + model.baselineRequests()));
  }

  /** Whether the customer's log notes closings at all. */
  static boolean areClosingsNoted(RequestBook book) {
    return closed(book) * CLOSINGS_NOTED >= book.size();
  }

  private static int closed(RequestBook book) {
    int closed = 0;
    for (int request = 0; request < book.size(); request++) {
      closed += book.closedDay(request) == RequestBook.NEVER ? 0 : 1;
    }
    return closed;
  }

  private static int place(int days) {
    return Math.clamp(days, -DAYS_MAX, DAYS_MAX) + DAYS_MAX;
  }
}

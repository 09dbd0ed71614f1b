package dev.redress.matching;

import java.util.List;
import java.util.Optional;

/**
 * All numbers that the engine decides by. A run stores the version, so that it can be replayed.
 *
 * <p>The method is that of Fellegi & Sunter (1969), "A Theory for Record Linkage": a level of a
 * comparison is worth log2(m/u) bits, m being how often pairs that belong together reach it and u
 * how often others do. Where u can be counted, it is counted among the customer's own requests and
 * the model holds m alone.
 *
 * @param version names these numbers; another set must have another version
 * @param asked whether a line was asked for at all
 */
public record MatchingModel(
    String version,
    AskedModel asked,
    ReferenceModel reference,
    DateModel date,
    TechnicianModel technician,
    ComponentModel component,
    WorkModel work,
    TextModel text,
    PersonModel person,
    CatchAllModel catchAll,
    Calibration calibration,
    Thresholds thresholds) {

  /**
   * The model that ships. "Fitted" numbers come from work descriptions of two open-source projects
   * against their issue trackers, of which one part was used for fitting and another for checking.
   * "Set" numbers are careful estimates, for want of data, from how helpdesks log and bill.
   */
  public static MatchingModel shipped() {
    // All hours of the request back other lines: the day and the words that it was found by are
    // theirs. With -5 some dozen requests of a busy day, none of which can back the line,
    // outweighed
    // that nobody asked for it; from -8 on they do not.
    return shipped("default-3", -10);
  }

  private static MatchingModel shipped(String version, double spentBits) {
    return new MatchingModel(
        version,
        // Fitted with a quarter of the requests missing; the weight of the share is set, 20 to 100
        // lines came out alike.
        new AskedModel(2.6, 0.75, 30),
        new ReferenceModel(18, 14, -6),
        new DateModel(
            // Fitted, then softened at the ends: others are slower than developers.
            new LevelTable(
                List.of(-90, -30, -7, -1, 0, 1, 2, 4, 8, 15, 31, 91, 181, 366, 731),
                List.of(
                    -5.5, -4.5, -3.8, -2.8, 0.2, 3.4, 2.8, 3.0, 2.6, 2.2, 2.2, 1.6, 1.0, 0.8, -0.1,
                    -3.0)),
            new LevelTable(
                List.of(-365, -180, -90, -30, -14, -7, -3, -1, 0, 1, 2, 4, 8, 31, 91, 366),
                List.of(
                    -1.4, 0.1, 0.1, 0.9, 1.4, 1.7, 2.8, 3.2, 4.0, 4.7, 3.1, 0.2, -0.9, -1.9, -3.5,
                    -5.0, -5.2)),
            -2.0,
            // Fitted without closings.
            new LevelTable(
                List.of(-90, -30, -7, -1, 0, 1, 2, 4, 8, 15, 31, 91, 181, 366, 731),
                List.of(
                    -6.5, -5.3, -3.9, -2.2, 2.2, 6.2, 5.3, 5.1, 4.2, 3.3, 2.9, 1.2, -0.3, -1.4,
                    -3.2, -6.0)),
            // What a request of some day of the year before expects by these tables.
            3,
            4),
        // Fitted.
        new TechnicianModel(0.65, 5, 0.77),
        // Fitted.
        new ComponentModel(10, 0.22),
        new WorkModel(
            // Set: technicians log on the ticket they work on, nearly always on the same day.
            0.95,
            List.of(1, 2, 4, 8, 32),
            List.of(0.80, 0.07, 0.05, 0.04, 0.02, 0.02),
            List.of(0.05, 0.08, 0.12, 0.20, 0.30, 0.25),
            List.of(),
            List.of(0.70, 0.12, 0.08, 0.10),
            List.of(0.15, 0.25, 0.30, 0.30),
            4,
            spentBits,
            0.9),
        // Fitted.
        new TextModel(0.35, -15, 3.6, 3.2, -2.1),
        // Set.
        new PersonModel(0.5, 6),
        new CatchAllModel(3, 0.5, -3),
        // The weights were fitted by the likelihood of the answers, which calibrates by itself.
        Calibration.IDENTITY,
        new Thresholds(0.92, 0.50));
  }

  /**
   * The model of this version, if it ships. A version that shipped once is to stay in here, so that
   * the runs which name it can be done again.
   */
  public static Optional<MatchingModel> shipped(String version) {
    return switch (version) {
      case "default-2" -> Optional.of(shipped(version, -5));
      case "default-3" -> Optional.of(shipped());
      default -> Optional.empty();
    };
  }

  /**
   * Whether a line was asked for at all, before any comparison.
   *
   * @param bits log2 of the odds, so that the probabilities of the fitted data come out right
   * @param share of the lines of the fitted data that were asked for
   * @param priorLines how many lines that share is worth against what the customer's own lines show
   */
  public record AskedModel(double bits, double share, double priorLines) {}

  /**
   * Bits of a reference.
   *
   * @param field the line's own reference names the request
   * @param text the description names it
   * @param other the line names another request
   */
  public record ReferenceModel(double field, double text, double other) {}

  /**
   * The date of the work against the life of a request without time entries. The bits of both
   * tables add up and are then made relative to all requests of the customer.
   *
   * @param sinceOpened by whole days from the opening to the work
   * @param sinceClosed by whole days from the closing to the work
   * @param neverClosed bits where no closing is known
   * @param sinceOpenedAlone in place of the other two where the customer's log notes no closings
   * @param baselineOdds what a request taken at random expects where there are few
   * @param baselineRequests how many requests that is worth
   */
  public record DateModel(
      LevelTable sinceOpened,
      LevelTable sinceClosed,
      double neverClosed,
      LevelTable sinceOpenedAlone,
      double baselineOdds,
      double baselineRequests) {}

  /**
   * The technician against the assignee of a request without time entries.
   *
   * @param assigneeShare the share of lines whose technician is the assignee, where it ever is one
   * @param priorLines how many lines that expectation is worth against what the customer's own
   *     lines show
   * @param weight how much of the bits count; assignment follows the work more than it precedes it
   */
  public record TechnicianModel(double assigneeShare, double priorLines, double weight) {}

  /**
   * The technician against the component of a request without time entries.
   *
   * @param priorLines how many lines the share among all requests is worth against what the
   *     technician's own lines show
   * @param weight how much of the bits count; much of it is known from date and words
   */
  public record ComponentModel(double priorLines, double weight) {}

  /**
   * A line against the time entries of a request.
   *
   * @param technicianShare m of "this technician logged time on it"
   * @param dayBounds where the second and later levels begin, in days from the logged work to the
   *     line's; if none is negative, days before count as days after
   * @param dayShares m of the levels of distance
   * @param dayBaseline u of the levels where nothing was counted
   * @param hoursBounds shares of the billed hours within which the logged ones are nearly the same,
   *     ascending; each makes a level of hours between close and fewer
   * @param hoursShares m of hours equal, close, nearly the same, fewer billed, more billed
   * @param hoursBaseline u of the same
   * @param baselineWeight how many counted requests a baseline is worth
   * @param spentBits where all hours logged back other lines already
   * @param typeShare m of "the same work type"
   */
  public record WorkModel(
      double technicianShare,
      List<Integer> dayBounds,
      List<Double> dayShares,
      List<Double> dayBaseline,
      List<Double> hoursBounds,
      List<Double> hoursShares,
      List<Double> hoursBaseline,
      double baselineWeight,
      double spentBits,
      double typeShare) {

    public WorkModel {
      dayBounds = List.copyOf(dayBounds);
      dayShares = List.copyOf(dayShares);
      dayBaseline = List.copyOf(dayBaseline);
      hoursBounds = List.copyOf(hoursBounds);
      hoursShares = List.copyOf(hoursShares);
      hoursBaseline = List.copyOf(hoursBaseline);
      requireLevels(dayShares, dayBounds.size() + 1);
      requireLevels(dayBaseline, dayBounds.size() + 1);
      requireLevels(hoursShares, new HoursLevels(hoursBounds).count());
      requireLevels(hoursBaseline, new HoursLevels(hoursBounds).count());
    }

    private static void requireLevels(List<Double> shares, int levels) {
      if (shares.size() != levels) {
        throw new IllegalArgumentException(
            "there are " + shares.size() + " shares for " + levels + " levels");
      }
    }
  }

  /**
   * Words in common.
   *
   * @param excess for each bit of the BM25F score above what chance reaches, see {@link
   *     LineView#chanceTextScore}
   * @param excessMin the least that counts; a long text that fits nothing proves no more
   * @param likeness for a summary of the very same words
   * @param relative for the request that scores best of all, others by their part of its score
   * @param base of every line that says something; what a request has that shares no word
   */
  public record TextModel(
      double excess, double excessMin, double likeness, double relative, double base) {}

  /**
   * The requester's name in the line.
   *
   * @param namedShare m of "the line names the requester", of lines that name one
   * @param bitsMax most bits that a name is worth
   */
  public record PersonModel(double namedShare, double bitsMax) {}

  /**
   * Requests that swallow labor that has nothing to do with them.
   *
   * @param linesMin from how many such lines on
   * @param bitsPerDoubling lost whenever that number doubles
   * @param bitsMin the end of it
   */
  public record CatchAllModel(int linesMin, double bitsPerDoubling, double bitsMin) {}

  /**
   * How the evidence for the candidates of a line becomes probabilities, after Platt (1999),
   * "Probabilistic Outputs for Support Vector Machines". It moves all candidates against "none of
   * them" and never changes their order.
   *
   * @param slope by which the log-odds of each candidate are multiplied, above zero
   * @param offsetBits added to them afterwards, in bits
   */
  public record Calibration(double slope, double offsetBits) {
    /** Log-odds as they are. */
    public static final Calibration IDENTITY = new Calibration(1, 0);

    public Calibration {
      if (!(slope > 0)) {
        throw new IllegalArgumentException("a slope of " + slope + " would turn the order around");
      }
    }

    /** The calibrated log-odds, in bits. */
    double bits(double logOddsBits) {
      return slope * logOddsBits + offsetBits;
    }
  }

  /**
   * From which probability an answer is given.
   *
   * @param matched that the line belongs to the chosen requests
   * @param unmatched that it belongs to none
   */
  public record Thresholds(double matched, double unmatched) {}
}

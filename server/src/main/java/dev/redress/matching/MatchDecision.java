package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.time.Hours;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk decided about one pair.
 *
 * @param request the source's id of the request
 * @param kind binding for the engine: a confirmed pair is matched, a rejected one never is
 * @param hours how many of the line's are for this request, more than zero and only for a confirmed
 *     pair: the line is split; absent: nobody said
 */
public record MatchDecision(LineName line, String request, Kind kind, @Nullable Hours hours) {

  public MatchDecision {
    if (hours != null && !(kind == Kind.CONFIRMED && hours.isPositive())) {
      throw new IllegalArgumentException(
          "only a confirmed pair has hours, and more than zero: " + kind + " " + hours);
    }
  }

  /** A decision that says nothing of hours. */
  public MatchDecision(LineName line, String request, Kind kind) {
    this(line, request, kind, null);
  }

  /** The two decisions there are. */
  public enum Kind {
    /** The line is for this request. */
    CONFIRMED,
    /** The line is not for this request. */
    REJECTED
  }
}

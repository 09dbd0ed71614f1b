package dev.redress.matching;

import dev.redress.identity.LineName;

/**
 * What a clerk decided about one pair.
 *
 * @param request the source's id of the request
 * @param kind binding for the engine: a confirmed pair is matched, a rejected one never is
 */
public record MatchDecision(LineName line, String request, Kind kind) {

  /** The two decisions there are. */
  public enum Kind {
    /** The line is for this request. */
    CONFIRMED,
    /** The line is not for this request. */
    REJECTED
  }
}

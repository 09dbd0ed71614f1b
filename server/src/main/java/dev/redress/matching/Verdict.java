package dev.redress.matching;

import dev.redress.identity.LineName;
import dev.redress.time.Hours;
import java.util.List;

/**
 * The answer for one labor line, with why.
 *
 * @param probability that the line belongs to the requests it is allocated to, or for a line
 *     without an allocation to its best candidate; calibrated, from 0 to 1
 * @param hoursBilled of the line
 * @param allocations which requests and time entries back how many of the hours, best first; empty
 *     unless the answer is MATCHED
 * @param reason why a line cannot be audited, or NONE
 * @param candidates the best candidates with their evidence, best first, at most {@value
 *     #CANDIDATES_MAX} or as many as the allocations have requests; these are among them
 * @param sentence the answer in plain words, for clerk and customer
 */
public record Verdict(
    LineName line,
    Answer answer,
    double probability,
    Hours hoursBilled,
    List<Allocation> allocations,
    NotAuditableReason reason,
    List<Candidate> candidates,
    String sentence) {

  /** Most candidates that a verdict keeps, unless a clerk split the line over more requests. */
  public static final int CANDIDATES_MAX = 5;

  public Verdict {
    allocations = List.copyOf(allocations);
    candidates = List.copyOf(candidates);
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability " + probability + " is not within 0..1");
    }
    if ((answer == Answer.MATCHED) == allocations.isEmpty()) {
      throw new IllegalArgumentException("MATCHED lines have allocations and no other lines have");
    }
  }

  /** The hours that requests back; at most the hours billed. */
  public Hours hoursBacked() {
    return Hours.sum(allocations.stream().map(Allocation::hours));
  }

  /** What is said about a line. */
  public enum Answer {
    /** Tied to a request. */
    MATCHED,
    /** More than one request fits, or none fits well enough; a clerk must look. */
    AMBIGUOUS,
    /** Tied to nothing that the customer asked for. */
    UNMATCHED,
    /** Not enough is known to say anything; never to be read as "all clear". */
    NOT_AUDITABLE
  }

  /** Why a line could not be audited. */
  public enum NotAuditableReason {
    /** It could. */
    NONE,
    /** The customer has no logged request in reach of the line's date. */
    NO_REQUESTS,
    /** The line says neither what was done nor who did it, and nothing else decides. */
    NOTHING_TO_COMPARE
  }
}

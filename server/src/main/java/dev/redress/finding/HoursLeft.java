package dev.redress.finding;

import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The hours logged on requests that back no line yet. A line between several requests bills too
 * much, whichever of them it was for, if all of them together have fewer hours left.
 */
final class HoursLeft {
  /** Less probable candidates are none. */
  private static final double PROBABILITY_MIN = 0.05;

  private final Map<String, Hours> byRequest = new HashMap<>();

  HoursLeft(Hours step, Collection<TimeEntry> timeEntries, Collection<Verdict> verdicts) {
    for (TimeEntry entry : timeEntries) {
      entry
          .request()
          .ifPresent(
              request -> byRequest.merge(request, entry.hours().roundedUp(step), Hours::plus));
    }
    for (Verdict verdict : verdicts) {
      for (Allocation part : verdict.allocations()) {
        // What a clerk's word alone backs is not taken from the time logged.
        if (!part.timeEntry().isEmpty()) {
          byRequest.computeIfPresent(part.request(), (_, left) -> left.minus(part.hours()));
        }
      }
    }
  }

  /** What a line that a clerk must look at bills above all that any choice could back. */
  Optional<Hours> missing(Verdict verdict) {
    List<Candidate> candidates = verdict.candidates();
    boolean othersArePossible =
        candidates.size() == Verdict.CANDIDATES_MAX
            && candidates.getLast().probability() >= PROBABILITY_MIN;
    if (verdict.answer() != Answer.AMBIGUOUS || candidates.isEmpty() || othersArePossible) {
      return Optional.empty();
    }
    Hours left = Hours.ZERO;
    for (Candidate candidate : candidates) {
      if (candidate.probability() >= PROBABILITY_MIN) {
        Hours own = byRequest.get(candidate.request());
        if (own == null) {
          return Optional.empty();
        }
        left = left.plus(own);
      }
    }
    return Optional.of(verdict.hoursBilled().minus(left)).filter(Hours::isPositive);
  }
}

package dev.redress.persistence;

import dev.redress.identity.LineName;
import dev.redress.identity.ReconciliationName;
import dev.redress.matching.Allocation;
import dev.redress.matching.Candidate;
import dev.redress.matching.Signal;
import dev.redress.matching.Verdict;
import dev.redress.matching.Verdict.Answer;
import dev.redress.time.Hours;
import java.util.List;

/**
 * A row of the table swallowed_line.
 *
 * @param hours in 1/10,000 h
 * @param unrelated 1 where the line shares no word with the request, else 0
 * @param bits negative
 */
record SwallowedRow(
    String providerId,
    String customerId,
    String requestId,
    String invoiceId,
    String lineId,
    String reconciliationId,
    long hours,
    int unrelated,
    double bits) {

  /** The catch-all requests that a verdict of a run backs its line with. */
  static List<SwallowedRow> of(ReconciliationName run, Verdict verdict) {
    return verdict.answer() == Answer.MATCHED
        ? of(run, verdict.line(), EvidenceJson.of(verdict))
        : List.of();
  }

  /** Those in the evidence of a line that is matched. */
  static List<SwallowedRow> of(ReconciliationName run, LineName line, EvidenceJson evidence) {
    return evidence.candidates().stream()
        .filter(Candidate::chosen)
        .filter(candidate -> bits(candidate) < 0)
        .map(
            candidate ->
                new SwallowedRow(
                    line.provider().provider(),
                    line.customer().customer(),
                    candidate.request(),
                    line.invoice().invoice(),
                    line.line(),
                    run.reconciliation(),
                    hours(candidate.request(), evidence.allocations()).tenThousandths(),
                    isUnrelated(candidate) ? 1 : 0,
                    bits(candidate)))
        .toList();
  }

  private static Hours hours(String request, List<Allocation> allocations) {
    return allocations.stream()
        .filter(part -> part.request().equals(request))
        .map(Allocation::hours)
        .reduce(Hours.ZERO, Hours::plus);
  }

  private static boolean isUnrelated(Candidate candidate) {
    return candidate.signals().stream()
        .anyMatch(signal -> signal.kind() == Signal.Kind.TEXT && signal.requestValue().isEmpty());
  }

  private static double bits(Candidate candidate) {
    return candidate.signals().stream()
        .filter(signal -> signal.kind() == Signal.Kind.CATCH_ALL)
        .mapToDouble(Signal::bits)
        .min()
        .orElse(0);
  }
}

package dev.redress.matching;

import dev.redress.invoice.LaborLine;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that the engine may know of one customer. The order of the lists has no influence on the
 * result.
 *
 * @param timeZone the customer's, by which moments become dates
 * @param lines the labor lines to answer for
 * @param requests all requests of the customer
 * @param timeEntries all time entries of the customer
 * @param decisions what clerks decided about pairs of these lines and requests
 * @param requestLogCompleteFrom from when on the provider declares that every request was logged,
 *     so that a line with no request in reach is unmatched and not "not auditable"; absent: never
 */
public record MatchingInput(
    ZoneId timeZone,
    List<LaborLine> lines,
    List<Request> requests,
    List<TimeEntry> timeEntries,
    List<MatchDecision> decisions,
    @Nullable LocalDate requestLogCompleteFrom) {

  public MatchingInput {
    lines = List.copyOf(lines);
    requests = List.copyOf(requests);
    timeEntries = List.copyOf(timeEntries);
    decisions = List.copyOf(decisions);
  }
}

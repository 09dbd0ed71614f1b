package dev.redress.report;

import dev.redress.dispute.DisputeState;
import dev.redress.report.Capped.Part;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A dispute that asks for something.
 *
 * @param openTime when it was opened or last reopened
 * @param reached whether a call has reached the customer
 * @param respondByTime when an answer is due that somebody waits for; absent where nobody does
 * @param claims of all its lines
 */
public record OpenDispute(
    String customerId,
    DisputeState state,
    Currency currency,
    Instant openTime,
    boolean reached,
    @Nullable Instant respondByTime,
    List<HeldLine> claims) {

  public OpenDispute {
    claims = List.copyOf(claims);
  }

  /** What it is about: of each line all claims together, at most what the line costs. */
  long heldMinor() {
    long held = 0;
    for (List<HeldLine> line :
        claims.stream().collect(Collectors.groupingBy(HeldLine::lineId)).values()) {
      List<Part<String>> parts =
          line.stream().map(claim -> new Part<>("", claim.disputedMinor())).toList();
      held += Capped.shares(line.getFirst().invoicedMinor(), parts).getOrDefault("", 0L);
    }
    return held;
  }

  /** A claim about a line. */
  public record HeldLine(String lineId, long invoicedMinor, long disputedMinor) {}
}

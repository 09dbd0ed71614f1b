package dev.redress.privacy;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is still owed to a customer, each 0 or more. Who is owed something must be known until it is
 * done.
 *
 * @param runs reconciliations that are at work on the customer
 */
public record OpenWork(long disputes, long callbacks, long promises, long escalations, long runs) {

  /** What there is, such as {@code 1 open dispute, 2 open promises}; empty: nothing. */
  public Optional<String> sentence() {
    String said =
        Stream.of(
                said(disputes, "open dispute"),
                said(callbacks, "live callback"),
                said(promises, "open promise"),
                said(escalations, "open escalation"),
                said(runs, "running reconciliation"))
            .flatMap(Optional::stream)
            .collect(Collectors.joining(", "));
    return said.isEmpty() ? Optional.empty() : Optional.of(said);
  }

  private static Optional<String> said(long count, String noun) {
    return count == 0
        ? Optional.empty()
        : Optional.of(count + " " + noun + (count == 1 ? "" : "s"));
  }
}

package dev.redress.dispute;

import dev.redress.identity.LineName;
import dev.redress.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to happen with a disputed line.
 *
 * @param reason which claim on the line; absent when there is only one
 * @param approved what is given back; only for PARTIALLY_CREDITED
 * @param rootCause what went wrong; absent: as said before
 * @param comment at most 2,000 characters
 */
public record LineDecision(
    LineName line,
    @Nullable DisputeReason reason,
    LineOutcome outcome,
    @Nullable Money approved,
    @Nullable RootCause rootCause,
    String comment) {}

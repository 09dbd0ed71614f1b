package dev.redress.dispute;

import dev.redress.identity.LineName;
import dev.redress.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is said against a line.
 *
 * @param action what the customer asks for; absent: what goes with the reason
 * @param disputed the part in dispute; absent: all that is left of the line
 * @param comment at most 2,000 characters
 */
public record Claim(
    LineName line,
    DisputeReason reason,
    @Nullable RequestedAction action,
    @Nullable Money disputed,
    String comment) {}

package dev.redress.reconciliation;

import dev.redress.finding.FindingCode;
import dev.redress.identity.Actor;
import dev.redress.identity.LineName;
import java.time.Instant;

/**
 * A finding that a clerk looked at and does not mind. It holds as long as the line says the same.
 *
 * @param contentHash of the line as it was looked at
 * @param reason 1 to 2,000 characters
 */
public record Dismissal(
    LineName line,
    FindingCode code,
    String contentHash,
    String reason,
    Actor actor,
    Instant dismissTime) {}

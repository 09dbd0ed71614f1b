package dev.redress.reconciliation;

import dev.redress.identity.Actor;
import dev.redress.identity.LineName;
import java.time.Instant;

/**
 * A clerk's word that no request is behind a line and that the customer accepts it all the same.
 *
 * @param reason 1 to 2,000 characters
 */
public record Acceptance(LineName line, String reason, Actor actor, Instant time) {}

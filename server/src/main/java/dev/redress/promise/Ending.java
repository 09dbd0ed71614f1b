package dev.redress.promise;

import dev.redress.identity.Actor;
import java.time.Instant;

/**
 * Who said how a promise ended.
 *
 * @param note how it was kept, or why the customer released us; at most 2,000 characters
 */
public record Ending(Actor actor, Instant time, String note) {}

package dev.redress.callback;

import dev.redress.identity.Actor;
import java.time.Instant;

/**
 * One try at a callback.
 *
 * @param note what was said, at most 2,000 characters
 */
public record Attempt(Outcome outcome, Instant time, Actor actor, String note) {}

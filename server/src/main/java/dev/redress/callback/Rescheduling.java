package dev.redress.callback;

import dev.redress.identity.Actor;
import java.time.Instant;

/**
 * That the provider moved a call by its own wish. A customer's wish is an {@link Attempt}.
 *
 * @param reason why, 1 to 2,000 characters
 */
public record Rescheduling(Actor actor, Instant time, String reason) {}

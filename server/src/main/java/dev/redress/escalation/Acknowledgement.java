package dev.redress.escalation;

import dev.redress.identity.Actor;
import java.time.Instant;

/**
 * Somebody's word that he sees to it.
 *
 * @param note what he does about it, at most 2,000 characters
 */
public record Acknowledgement(Actor actor, Instant time, String note) {}

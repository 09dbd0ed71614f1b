package dev.redress.reconciliation;

import dev.redress.identity.Actor;
import dev.redress.matching.MatchDecision;
import java.time.Instant;

/**
 * A clerk's decision about one pair, with who, when and why.
 *
 * @param reason at most 2,000 characters
 */
public record Decision(MatchDecision match, String reason, Actor actor, Instant time) {}

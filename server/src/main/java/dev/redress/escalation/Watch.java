package dev.redress.escalation;

import dev.redress.escalation.EscalationLifecycle.Look;

/**
 * The note that a duty is to be looked at.
 *
 * @param look when
 * @param version changes with every look, so that of two who look at once one gives way
 */
public record Watch(DutyKey duty, Look look, long version) {}

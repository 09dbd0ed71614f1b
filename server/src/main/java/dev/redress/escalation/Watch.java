package dev.redress.escalation;

import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.identity.CallbackName;

/**
 * The note that a callback is to be looked at.
 *
 * @param look when
 * @param version changes with every look, so that of two who look at once one gives way
 */
public record Watch(CallbackName callback, Look look, long version) {}

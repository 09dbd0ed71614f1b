package dev.redress.promise;

import java.time.Instant;

/**
 * What is about to be promised on a call.
 *
 * @param text in the words that the customer heard, 1 to {@value Promise#TEXT_MAX} characters
 * @param dueTime by when, in the future and at most 90 days away
 */
public record Commitment(String text, Instant dueTime) {}

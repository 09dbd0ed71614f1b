package dev.redress.invariant;

/**
 * One thing for which an invariant does not hold.
 *
 * @param resource its name
 * @param sentence what is wrong with it
 */
public record Violation(String resource, String sentence) {}

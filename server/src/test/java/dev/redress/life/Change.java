package dev.redress.life;

/**
 * What the journal says of something that was done.
 *
 * @param resource what changed; for a credit its dispute, as the credit has its name from the
 *     server
 */
public record Change(String action, String resource) {}

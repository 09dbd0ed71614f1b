package dev.redress.dispute;

import java.time.Instant;

/**
 * The customer's word that it takes its dispute back; counts as having been heard (I3).
 *
 * @param by who of the customer said so, 1 to 200 characters
 * @param channel how
 * @param time when
 * @param note what was said, at most 2,000 characters
 */
public record Withdrawal(String by, ContactChannel channel, Instant time, String note) {}

package dev.redress.resolution;

import dev.redress.identity.HandoffName;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute changed hands.
 *
 * @param handOffCount how often somebody else took it over
 * @param pending the handoff that waits for an answer; absent mostly
 * @param timeToAuthority the business time from when it was opened or last reopened until somebody
 *     first owned it who may concede all that is in dispute, by the limits of now; absent as long
 *     as nobody did
 */
public record Ownership(
    int handOffCount, @Nullable HandoffName pending, @Nullable Duration timeToAuthority) {}

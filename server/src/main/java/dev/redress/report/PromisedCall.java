package dev.redress.report;

import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback as a report looks at it.
 *
 * @param inSpan whether it was due in the time that is asked for; others only tell since when the
 *     customer waits
 * @param outcome of the attempt that ended it; absent where none did
 * @param attemptTime when that was
 * @param moveTime when the provider moved it, where that ended it
 * @param signedOff whether the account manager signed off that nobody can be reached
 */
public record PromisedCall(
    String owner,
    boolean inSpan,
    CallbackState state,
    Instant createTime,
    Instant dueTime,
    @Nullable Outcome outcome,
    @Nullable Instant attemptTime,
    @Nullable Instant moveTime,
    boolean signedOff) {}

package dev.redress.persistence;

import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import dev.redress.report.PromisedCall;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A callback, as a report looks at it.
 *
 * @param inSpan 1 where it was due in the time that is asked for, else 0
 * @param signedOff 1 where the account manager signed it off, else 0
 */
record PromisedCallRow(
    String disputeId,
    String owner,
    int inSpan,
    CallbackState state,
    Instant createTime,
    Instant dueTime,
    @Nullable Outcome outcome,
    @Nullable Instant attemptTime,
    @Nullable Instant rescheduleTime,
    int signedOff) {

  boolean isOfSameDispute(PromisedCallRow other) {
    return disputeId.equals(other.disputeId);
  }

  PromisedCall toCall() {
    return new PromisedCall(
        owner,
        inSpan != 0,
        state,
        createTime,
        dueTime,
        outcome,
        attemptTime,
        rescheduleTime,
        signedOff != 0);
  }
}

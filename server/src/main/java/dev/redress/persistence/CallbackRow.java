package dev.redress.persistence;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table callback.
 *
 * @param liveness {@code LIVE} or {@code ENDED}, by the state
 * @param liveDisputeId the dispute's id while live, so that it has one live callback at most (I1)
 * @param outcome of the attempt that ended it; with it the other three
 */
record CallbackRow(
    String providerId,
    String callbackId,
    String disputeId,
    String customerId,
    CallbackState state,
    String liveness,
    @Nullable String liveDisputeId,
    String owner,
    String contact,
    String approach,
    Instant dueTime,
    int attemptsBefore,
    @Nullable String predecessorId,
    Instant createTime,
    @Nullable Outcome outcome,
    @Nullable Instant attemptTime,
    @Nullable String attemptActor,
    @Nullable String attemptNote,
    long version) {

  static CallbackRow of(Callback callback) {
    Attempt attempt = callback.attempt();
    CallbackName predecessor = callback.predecessor();
    boolean live = callback.state().isLive();
    return new CallbackRow(
        callback.name().provider().provider(),
        callback.name().callback(),
        callback.dispute().dispute(),
        callback.customer().customer(),
        callback.state(),
        live ? "LIVE" : "ENDED",
        live ? callback.dispute().dispute() : null,
        callback.owner(),
        callback.contact(),
        callback.approach(),
        callback.dueTime(),
        callback.attemptsBefore(),
        predecessor == null ? null : predecessor.callback(),
        callback.createTime(),
        attempt == null ? null : attempt.outcome(),
        attempt == null ? null : attempt.time(),
        attempt == null ? null : attempt.actor().name(),
        attempt == null ? null : attempt.note(),
        callback.version());
  }

  Callback toCallback() {
    ProviderName provider = new ProviderName(providerId);
    return new Callback(
        new CallbackName(provider, callbackId),
        state,
        new DisputeName(provider, disputeId),
        new CustomerName(provider, customerId),
        owner,
        contact,
        approach,
        dueTime,
        attemptsBefore,
        attempt(),
        predecessorId == null ? null : new CallbackName(provider, predecessorId),
        createTime,
        version);
  }

  private @Nullable Attempt attempt() {
    return outcome == null || attemptTime == null || attemptActor == null || attemptNote == null
        ? null
        : new Attempt(outcome, attemptTime, new Actor(attemptActor), attemptNote);
  }
}

package dev.redress.persistence;

import dev.redress.callback.Attempt;
import dev.redress.callback.Callback;
import dev.redress.callback.CallbackClaim;
import dev.redress.callback.CallbackState;
import dev.redress.callback.Outcome;
import dev.redress.callback.Rescheduling;
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
 * @param claimActor while it is claimed; with it the other two
 * @param rescheduleActor who moved it, where that ended it; with it the other two
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
    int reschedulesBefore,
    @Nullable String claimActor,
    @Nullable Instant claimTime,
    @Nullable Instant claimExpireTime,
    @Nullable String predecessorId,
    Instant createTime,
    @Nullable Outcome outcome,
    @Nullable Instant attemptTime,
    @Nullable String attemptActor,
    @Nullable String attemptNote,
    @Nullable String rescheduleActor,
    @Nullable Instant rescheduleTime,
    @Nullable String rescheduleReason,
    long version) {

  static CallbackRow of(Callback callback) {
    Attempt attempt = callback.attempt();
    CallbackClaim claim = callback.claim();
    Rescheduling rescheduling = callback.rescheduling();
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
        callback.reschedulesBefore(),
        claim == null ? null : claim.actor().name(),
        claim == null ? null : claim.time(),
        claim == null ? null : claim.expireTime(),
        predecessor == null ? null : predecessor.callback(),
        callback.createTime(),
        attempt == null ? null : attempt.outcome(),
        attempt == null ? null : attempt.time(),
        attempt == null ? null : attempt.actor().name(),
        attempt == null ? null : attempt.note(),
        rescheduling == null ? null : rescheduling.actor().name(),
        rescheduling == null ? null : rescheduling.time(),
        rescheduling == null ? null : rescheduling.reason(),
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
        reschedulesBefore,
        claim(),
        attempt(),
        rescheduling(),
        predecessorId == null ? null : new CallbackName(provider, predecessorId),
        createTime,
        version);
  }

  private @Nullable CallbackClaim claim() {
    return claimActor == null || claimTime == null || claimExpireTime == null
        ? null
        : new CallbackClaim(new Actor(claimActor), claimTime, claimExpireTime);
  }

  private @Nullable Rescheduling rescheduling() {
    return rescheduleActor == null || rescheduleTime == null || rescheduleReason == null
        ? null
        : new Rescheduling(new Actor(rescheduleActor), rescheduleTime, rescheduleReason);
  }

  private @Nullable Attempt attempt() {
    return outcome == null || attemptTime == null || attemptActor == null || attemptNote == null
        ? null
        : new Attempt(outcome, attemptTime, new Actor(attemptActor), attemptNote);
  }
}

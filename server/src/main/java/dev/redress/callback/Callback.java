package dev.redress.callback;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A promised phone call to a customer, for one dispute.
 *
 * @param owner who has to call
 * @param contact whom and where to call
 * @param dueTime never edited: a call that is moved gets a successor
 * @param approach what to do differently this time, because the customer hung up; mostly empty
 * @param attemptsBefore attempts made in vain before this one, since the customer was last reached
 * @param reschedulesBefore how often the provider moved the call since it was last tried, from 0 to
 *     {@link CallbackPolicy#RESCHEDULES_MAX}
 * @param claim who makes it, exactly when it is CLAIMED; one whose time has passed counts as none
 * @param attempt the attempt that ended it, absent while nobody called
 * @param rescheduling how the provider moved it, where that ended it
 * @param predecessor the callback whose place it took
 * @param version 1 when created, one more with each change
 */
public record Callback(
    CallbackName name,
    CallbackState state,
    DisputeName dispute,
    CustomerName customer,
    String owner,
    String contact,
    String approach,
    Instant dueTime,
    int attemptsBefore,
    int reschedulesBefore,
    @Nullable CallbackClaim claim,
    @Nullable Attempt attempt,
    @Nullable Rescheduling rescheduling,
    @Nullable CallbackName predecessor,
    Instant createTime,
    long version) {

  public Callback {
    if (dueTime.isBefore(createTime)) {
      throw new IllegalArgumentException("a callback cannot be due before it is promised");
    }
    if ((state == CallbackState.CLAIMED) == (claim == null)) {
      throw new IllegalArgumentException("claimed callbacks, and only they, have a claim");
    }
  }

  /** The claim that counts at a moment, if there is one. */
  public Optional<CallbackClaim> claimAt(Instant now) {
    return Optional.ofNullable(claim).filter(made -> made.countsAt(now));
  }

  /** Whether the call must be made now, and nobody is about to. */
  public boolean isDue(Instant now) {
    return isWaiting(now) && !dueTime.isAfter(now);
  }

  /** Whether it waits to be made and nobody is about to: a claim whose time has passed is none. */
  public boolean isWaiting(Instant now) {
    return state == CallbackState.SCHEDULED
        || (state == CallbackState.CLAIMED && claimAt(now).isEmpty());
  }

  /** This callback, ended by an attempt. */
  Callback endedBy(Attempt ending) {
    CallbackState next =
        ending.outcome() == Outcome.REACHED ? CallbackState.COMPLETED : CallbackState.SUPERSEDED;
    return in(next, null, ending, null);
  }

  /** This callback, ended because the provider moves the call. */
  Callback endedBy(Rescheduling ending) {
    return in(CallbackState.SUPERSEDED, null, null, ending);
  }

  /** This callback, ended with its dispute. */
  Callback cancelled() {
    return in(CallbackState.CANCELLED, null, null, null);
  }

  /** This callback, claimed. */
  Callback claimedBy(CallbackClaim made) {
    return in(CallbackState.CLAIMED, made, null, null);
  }

  /** This callback without a claim. */
  Callback released() {
    return in(CallbackState.SCHEDULED, null, null, null);
  }

  /** A new callback that somebody else makes. */
  public Callback madeBy(String caller) {
    return ownedBy(caller, version);
  }

  /** This callback, taken over by another owner. */
  Callback takenOverBy(String person) {
    return ownedBy(person, version + 1);
  }

  private Callback ownedBy(String person, long nextVersion) {
    return new Callback(
        name,
        state,
        dispute,
        customer,
        person,
        contact,
        approach,
        dueTime,
        attemptsBefore,
        reschedulesBefore,
        claim,
        attempt,
        rescheduling,
        predecessor,
        createTime,
        nextVersion);
  }

  private Callback in(
      CallbackState next,
      @Nullable CallbackClaim made,
      @Nullable Attempt tried,
      @Nullable Rescheduling moved) {
    return new Callback(
        name,
        next,
        dispute,
        customer,
        owner,
        contact,
        approach,
        dueTime,
        attemptsBefore,
        reschedulesBefore,
        made,
        tried,
        moved,
        predecessor,
        createTime,
        version + 1);
  }
}

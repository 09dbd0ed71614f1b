package dev.redress.callback;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A promised phone call to a customer, for one dispute.
 *
 * @param owner who has to call
 * @param contact whom and where to call
 * @param dueTime never edited: a call that is moved gets a successor
 * @param approach what to do differently this time, because the customer hung up; mostly empty
 * @param attemptsBefore attempts made in vain before this one, since the customer was last reached
 * @param attempt the attempt that ended it, absent while nobody called
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
    @Nullable Attempt attempt,
    @Nullable CallbackName predecessor,
    Instant createTime,
    long version) {

  public Callback {
    if (dueTime.isBefore(createTime)) {
      throw new IllegalArgumentException("a callback cannot be due before it is promised");
    }
  }

  /** Whether the call must be made now. */
  public boolean isDue(Instant now) {
    return state == CallbackState.SCHEDULED && !dueTime.isAfter(now);
  }

  /** This callback in another state. */
  Callback in(CallbackState next, @Nullable Attempt ending) {
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
        ending,
        predecessor,
        createTime,
        version + 1);
  }
}

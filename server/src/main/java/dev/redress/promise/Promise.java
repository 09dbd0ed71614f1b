package dev.redress.promise;

import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.PromiseName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A dated commitment to a customer, made on a call: "we send the report until Friday". It outlives
 * the dispute, since the customer waits for it all the same.
 *
 * @param callback on which it was made
 * @param owner who has to see that it is kept
 * @param text in the words that the customer heard, 1 to {@value #TEXT_MAX} characters
 * @param dueTime by when; never edited
 * @param ending absent exactly while it is open
 * @param version 1 when made, one more with each change
 */
public record Promise(
    PromiseName name,
    PromiseState state,
    DisputeName dispute,
    CallbackName callback,
    CustomerName customer,
    String owner,
    String text,
    Instant dueTime,
    Instant createTime,
    @Nullable Ending ending,
    long version) {

  /** Most characters of what is promised. */
  public static final int TEXT_MAX = 500;

  public Promise {
    if (!dueTime.isAfter(createTime)) {
      throw new IllegalArgumentException("a promise cannot be due before it is made");
    }
    if ((state == PromiseState.OPEN) != (ending == null)) {
      throw new IllegalArgumentException("a promise that is not open says how it ended");
    }
  }

  /** Whether it should have been kept by now. */
  public boolean isOverdue(Instant now) {
    return state == PromiseState.OPEN && now.isAfter(dueTime);
  }

  /** This promise, ended. */
  Promise ended(PromiseState next, Ending how) {
    return new Promise(
        name,
        next,
        dispute,
        callback,
        customer,
        owner,
        text,
        dueTime,
        createTime,
        how,
        version + 1);
  }
}

package dev.redress.dispute;

import dev.redress.identity.CallbackName;
import org.jspecify.annotations.Nullable;

/**
 * How the customer was heard since the dispute was opened or last reopened (I3).
 *
 * @param reachedBy the callback by which it was last reached; absent before
 * @param signedOff the exhausted callback after which the account manager signed off that the
 *     customer cannot be reached and was written to; absent before
 * @param withdrawal the customer's own word that it takes the dispute back; absent before
 */
public record Hearing(
    @Nullable CallbackName reachedBy,
    @Nullable CallbackName signedOff,
    @Nullable Withdrawal withdrawal) {

  /** Nobody was heard yet. */
  public static final Hearing NONE = new Hearing(null, null, null);

  /** Whether the provider may end the dispute. */
  public boolean allowsResolution() {
    return reachedBy != null || signedOff != null;
  }

  /** Whether the dispute may have ended at all. */
  public boolean allowsEnd() {
    return allowsResolution() || withdrawal != null;
  }

  /** After a call that reached the customer. */
  public Hearing reached(CallbackName call) {
    return new Hearing(call, signedOff, withdrawal);
  }

  /** After the account manager's word about a call whose attempts are exhausted. */
  public Hearing signedOff(CallbackName call) {
    return new Hearing(reachedBy, call, withdrawal);
  }

  /** After the customer took the dispute back. */
  Hearing withdrawn(Withdrawal word) {
    return new Hearing(reachedBy, signedOff, word);
  }
}

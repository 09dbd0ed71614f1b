package dev.redress.callback;

import dev.redress.identity.Actor;
import dev.redress.identity.CallbackName;
import dev.redress.identity.DisputeName;
import java.time.Instant;

/**
 * The account manager's word that all attempts to call were in vain and that the customer was
 * written to: a fact that is never changed. With it the dispute may end (I3).
 *
 * @param callback the exhausted one
 * @param reason why the dispute may end without a call, 1 to 2,000 characters
 */
public record SignOff(
    CallbackName callback,
    DisputeName dispute,
    Actor actor,
    String reason,
    Notice notice,
    Instant time) {

  public SignOff {
    if (notice.time().isAfter(time)) {
      throw new IllegalArgumentException("the notice must be sent before it is signed off");
    }
  }
}

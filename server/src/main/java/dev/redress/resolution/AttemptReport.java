package dev.redress.resolution;

import dev.redress.callback.FollowUp;
import dev.redress.callback.Outcome;
import dev.redress.identity.CallbackName;
import dev.redress.promise.Commitment;
import java.util.List;

/**
 * How a call went.
 *
 * @param callback that the call was made for
 * @param also other live callbacks of the same customer that the call served, at most {@value
 *     #ALSO_MAX}, each once
 * @param note what was said, at most 2,000 characters
 * @param next what was said about the next call; see {@link FollowUpCheck}
 * @param promises what else was promised, at most {@value #PROMISES_MAX}
 */
public record AttemptReport(
    CallbackName callback,
    List<CallbackName> also,
    Outcome outcome,
    String note,
    FollowUp next,
    List<Commitment> promises) {

  /** Most other callbacks that a call serves. */
  public static final int ALSO_MAX = 20;

  /** Most promises of a call. */
  public static final int PROMISES_MAX = 10;

  /** A call that served one callback, and on which nothing was promised but the next one. */
  public static AttemptReport of(
      CallbackName callback, Outcome outcome, String note, FollowUp next) {
    return new AttemptReport(callback, List.of(), outcome, note, next, List.of());
  }
}

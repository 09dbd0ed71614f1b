package dev.redress.callback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was said about the next call when one was logged.
 *
 * @param time when the customer was promised it, or asked for it; absent: by the provider's rules
 * @param contact whom and where to call instead of a wrong number; empty: not known yet
 * @param approach what will be done differently for somebody who hung up
 */
public record FollowUp(@Nullable Instant time, String contact, String approach) {
  /** Nothing was said. */
  public static final FollowUp NONE = new FollowUp(null, "", "");
}

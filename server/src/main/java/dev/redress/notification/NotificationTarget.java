package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import java.time.Instant;

/**
 * Somewhere that events of a provider are sent to.
 *
 * @param pauseReason why Redress paused it by itself, else empty; at most 500 characters
 * @param progress changes without a new version
 * @param version 1, 2, 3 and so on with each change
 */
public record NotificationTarget(
    NotificationTargetName name,
    TargetState state,
    String pauseReason,
    Channel channel,
    EventFilter filter,
    Progress progress,
    Instant createTime,
    Instant updateTime,
    long version) {

  /** The next version; what failed before is tried at once. */
  NotificationTarget changed(
      TargetState newState, Channel newChannel, EventFilter newFilter, Instant now) {
    return new NotificationTarget(
        name,
        newState,
        newState == TargetState.PAUSED ? pauseReason : "",
        newChannel,
        newFilter,
        progress.done(progress.sequence(), now),
        createTime,
        now,
        version + 1);
  }
}

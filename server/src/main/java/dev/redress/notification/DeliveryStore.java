package dev.redress.notification;

import dev.redress.identity.NotificationTargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Shares targets among workers: one at a time sends to each, under a lease. */
public interface DeliveryStore {

  /**
   * Enabled targets of these kinds that nobody holds and that have something to be sent now, of all
   * providers, those that were sent to longest ago first, at most so many.
   */
  List<NotificationTargetName> due(Set<ChannelKind> kinds, Instant now, int countMax);

  /** Takes a target until then, unless somebody else holds it or it is not enabled any more. */
  boolean claim(NotificationTargetName name, String worker, Instant now, Instant until);

  /** The target, if this worker still holds it and it is enabled. */
  Optional<NotificationTarget> held(NotificationTargetName name, String worker);

  /**
   * Stores how far a target is and holds it until then, if this worker still holds it.
   *
   * @return whether it does
   */
  boolean advance(NotificationTargetName name, String worker, Progress progress, Instant until);

  /**
   * Pauses an enabled target, if this worker still holds it.
   *
   * @return whether it did
   */
  boolean pause(NotificationTargetName name, String worker, String reason, Instant now);

  /** Gives a target back. */
  void release(NotificationTargetName name, String worker);

  /** Gives back all that a worker of this name held when its process ended. */
  void releaseAll(String worker);

  /** How much is still to be sent. */
  Backlog backlog();

  /**
   * What is still to be sent, of all providers.
   *
   * @param oldest when the oldest event happened that an enabled target has not come to; absent
   *     when all have come to the end
   * @param waitingLetters events that are tried again
   * @param deadLetters events that are not
   */
  record Backlog(@Nullable Instant oldest, long waitingLetters, long deadLetters) {}
}

package dev.redress.persistence;

import dev.redress.notification.DeliveryStore.Backlog;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is still to be sent, of all providers. */
record BacklogRow(@Nullable Instant oldest, long waitingLetters, long deadLetters) {
  Backlog toBacklog() {
    return new Backlog(oldest, waitingLetters, deadLetters);
  }
}

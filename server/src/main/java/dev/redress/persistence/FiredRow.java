package dev.redress.persistence;

import dev.redress.escalation.EscalationLifecycle.Fired;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the rows of a callback in the table escalation say together. */
record FiredRow(int highestLevel, @Nullable Instant acknowledgeTime) {

  Fired toFired() {
    return new Fired(highestLevel, acknowledgeTime);
  }
}

package dev.redress.persistence;

import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.Watch;
import dev.redress.identity.CallbackName;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** A row of the table escalation_watch. */
record WatchRow(
    String providerId, String callbackId, Instant levelTime, Instant nextTime, long version) {

  Watch toWatch() {
    return new Watch(
        new CallbackName(new ProviderName(providerId), callbackId),
        new Look(levelTime, nextTime),
        version);
  }
}

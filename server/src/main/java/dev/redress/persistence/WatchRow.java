package dev.redress.persistence;

import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyKind;
import dev.redress.escalation.EscalationLifecycle.Look;
import dev.redress.escalation.Watch;
import dev.redress.identity.ProviderName;
import java.time.Instant;

/** A row of the table escalation_watch. */
record WatchRow(
    String providerId,
    DutyKind subjectKind,
    String subjectId,
    Instant sinceTime,
    Instant levelTime,
    Instant nextTime,
    long version) {

  Watch toWatch() {
    return new Watch(
        new DutyKey(new ProviderName(providerId), subjectKind, subjectId, sinceTime),
        new Look(levelTime, nextTime),
        version);
  }
}

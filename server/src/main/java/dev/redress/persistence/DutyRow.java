package dev.redress.persistence;

import dev.redress.escalation.Duty;
import dev.redress.escalation.DutyKey;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a live duty says beside its key, whatever table it is read from. */
record DutyRow(
    String customerId, @Nullable String disputeId, String owner, Instant dueTime, long version) {

  Duty toDuty(DutyKey key) {
    return new Duty(
        key,
        new CustomerName(key.provider(), customerId),
        disputeId == null ? null : new DisputeName(key.provider(), disputeId),
        owner,
        dueTime,
        version);
  }
}

package dev.redress.persistence;

import dev.redress.dispute.SlaClock;
import dev.redress.escalation.Duty;
import dev.redress.escalation.DutyKey;
import dev.redress.escalation.DutyTime;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.servicelevel.DisputePriority;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a live duty says beside its key, whatever table it is read from.
 *
 * @param dueTime absent where a clock says when it is due: then there are the other two
 */
record DutyRow(
    String customerId,
    @Nullable String disputeId,
    DisputePriority priority,
    String owner,
    @Nullable Instant dueTime,
    @Nullable Long clockUsedMillis,
    @Nullable Instant clockTime,
    long version) {

  Duty toDuty(DutyKey key) {
    return new Duty(
        key,
        new CustomerName(key.provider(), customerId),
        disputeId == null ? null : new DisputeName(key.provider(), disputeId),
        priority,
        owner,
        time(),
        version);
  }

  private DutyTime time() {
    if (dueTime != null) {
      return new DutyTime.Fixed(dueTime);
    }
    if (clockUsedMillis == null || clockTime == null) {
      throw new IllegalStateException("a duty without a due time has a clock");
    }
    return new DutyTime.Running(new SlaClock(Duration.ofMillis(clockUsedMillis), clockTime));
  }
}

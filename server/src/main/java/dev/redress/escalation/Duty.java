package dev.redress.escalation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.servicelevel.DisputePriority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody has to do for a customer by a certain time, and has not done yet.
 *
 * @param dispute that it belongs to; absent where it belongs to none
 * @param priority of the dispute; NORMAL where it belongs to none
 * @param owner who has to do it
 * @param time when it is due
 * @param version of the row that it was read from: see {@link DutyStore#hold}
 */
public record Duty(
    DutyKey key,
    CustomerName customer,
    @Nullable DisputeName dispute,
    DisputePriority priority,
    String owner,
    DutyTime time,
    long version) {

  public Duty {
    if (time instanceof DutyTime.Fixed(Instant due) && due.isBefore(key.since())) {
      throw new IllegalArgumentException("a duty is not due before its time begins to run");
    }
  }
}

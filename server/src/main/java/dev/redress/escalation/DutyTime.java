package dev.redress.escalation;

import dev.redress.dispute.SlaClock;
import java.time.Instant;

/** When a duty is due. */
public sealed interface DutyTime {

  /** At a moment that somebody was promised. */
  record Fixed(Instant due) implements DutyTime {}

  /** When a clock that can stand still shows the time that is allowed; now it runs. */
  record Running(SlaClock clock) implements DutyTime {}
}

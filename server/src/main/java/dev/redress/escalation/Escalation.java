package dev.redress.escalation;

import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.EscalationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level that a duty reached because nobody did it in time.
 *
 * @param subject the duty that it is about
 * @param level from 1 to {@link EscalationLifecycle#LEVEL_MAX}
 * @param meant who has the role
 * @param person who was told: a deputy of {@code meant} who was away, or the same
 * @param levelTime when the level was reached, within business hours
 * @param fireTime when the person was told, not before
 * @param version 1 when fired, one more with each change
 */
public record Escalation(
    EscalationName name,
    Subject subject,
    int level,
    EscalationRole role,
    String meant,
    String person,
    Instant levelTime,
    Instant fireTime,
    @Nullable Acknowledgement acknowledgement,
    long version) {

  public Escalation {
    if (level < 1 || level > EscalationLifecycle.LEVEL_MAX) {
      throw new IllegalArgumentException("a level is from 1 to " + EscalationLifecycle.LEVEL_MAX);
    }
    if (fireTime.isBefore(levelTime)) {
      throw new IllegalArgumentException("nobody is told before a level is reached");
    }
  }

  /** Where it stands. */
  public EscalationState state() {
    if (!subject.live()) {
      return EscalationState.CLOSED;
    }
    return acknowledgement == null ? EscalationState.OPEN : EscalationState.ACKNOWLEDGED;
  }

  /** This escalation with somebody's word. */
  Escalation acknowledged(Acknowledgement word) {
    return new Escalation(
        name, subject, level, role, meant, person, levelTime, fireTime, word, version + 1);
  }

  /**
   * What is known of the duty that an escalation is about.
   *
   * @param dispute absent where the duty belongs to none
   * @param dueTime when it was due, as of the time when somebody was told
   * @param live whether somebody still has to do it
   */
  public record Subject(
      DutyKey key,
      CustomerName customer,
      @Nullable DisputeName dispute,
      Instant dueTime,
      boolean live) {

    /** Of this duty, as it is due now. */
    public static Subject of(Duty duty, Instant dueTime) {
      return new Subject(duty.key(), duty.customer(), duty.dispute(), dueTime, true);
    }
  }
}

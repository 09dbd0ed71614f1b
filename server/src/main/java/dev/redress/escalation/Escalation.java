package dev.redress.escalation;

import dev.redress.callback.Callback;
import dev.redress.identity.CallbackName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.EscalationName;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A level that a callback reached because it was not served in time.
 *
 * @param subject the callback that it is about
 * @param level from 1 to {@link EscalationLifecycle#LEVEL_MAX}
 * @param person who was told
 * @param levelTime when the level was reached, within business hours
 * @param fireTime when the person was told, not before
 * @param version 1 when fired, one more with each change
 */
public record Escalation(
    EscalationName name,
    Subject subject,
    int level,
    EscalationRole role,
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
        name, subject, level, role, person, levelTime, fireTime, word, version + 1);
  }

  /**
   * What is known of the callback that an escalation is about.
   *
   * @param dueTime when the call is due
   * @param live whether it is still to be made
   */
  public record Subject(
      CallbackName callback,
      DisputeName dispute,
      CustomerName customer,
      Instant dueTime,
      boolean live) {

    /** Of this callback. */
    public static Subject of(Callback callback) {
      return new Subject(
          callback.name(),
          callback.dispute(),
          callback.customer(),
          callback.dueTime(),
          callback.state().isLive());
    }
  }
}

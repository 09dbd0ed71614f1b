package dev.redress.resolution;

import dev.redress.callback.CallbackPolicy;
import dev.redress.callback.FollowUp;
import dev.redress.callback.Outcome;
import dev.redress.error.RedressException;
import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/** Whether what was said about the next call fits how the last one went. */
final class FollowUpCheck {
  /** The furthest a follow-up can be promised. */
  private static final Duration AHEAD_MAX = Duration.ofDays(90);

  private FollowUpCheck() {}

  /**
   * Refuses what does not fit, by {@code FIELD_INVALID}.
   *
   * @param calendar when the customer is called
   */
  static void check(Outcome outcome, FollowUp next, Instant now, BusinessCalendar calendar) {
    checkTime(outcome, next, now, calendar);
    if (!next.contact().isEmpty() && outcome != Outcome.WRONG_NUMBER) {
      throw RedressException.ofField(
          "contact", "only a wrong number is replaced; change the customer to call elsewhere");
    }
    if (outcome == Outcome.HUNG_UP && next.approach().isBlank()) {
      throw RedressException.ofField(
          "approach", "say what will be done differently before somebody who hung up is called");
    }
    if (outcome != Outcome.HUNG_UP && !next.approach().isEmpty()) {
      throw RedressException.ofField("approach", "only after HUNG_UP is the approach changed");
    }
  }

  private static void checkTime(
      Outcome outcome, FollowUp next, Instant now, BusinessCalendar calendar) {
    Instant time = next.time();
    if (time == null) {
      if (outcome == Outcome.CUSTOMER_RESCHEDULED) {
        throw RedressException.ofField(
            "follow_up_time", "say when the customer asked to be called");
      }
      return;
    }
    if (outcome != Outcome.REACHED && outcome != Outcome.CUSTOMER_RESCHEDULED) {
      throw RedressException.ofField(
          "follow_up_time", "only a customer who was spoken to can be promised the next call");
    }
    if (!time.isAfter(now) || time.isAfter(now.plus(AHEAD_MAX))) {
      throw RedressException.ofField(
          "follow_up_time", "must be in the future and within " + AHEAD_MAX.toDays() + " days");
    }
    if (outcome == Outcome.CUSTOMER_RESCHEDULED) {
      requireOpen("follow_up_time", time, calendar);
    }
  }

  /**
   * Refuses a time to which the provider may not move a call by its own wish, by {@code
   * FIELD_INVALID}.
   */
  static void checkRescheduled(Instant dueTime, Instant now, CallbackPolicy policy) {
    if (!dueTime.isAfter(now)) {
      throw RedressException.ofField("due_time", "must be in the future");
    }
    Instant latest = policy.rescheduledAtMost(now);
    if (dueTime.isAfter(latest)) {
      throw RedressException.ofField(
          "due_time",
          "is later than "
              + latest
              + ", "
              + CallbackPolicy.RESCHEDULE_DAYS_MAX
              + " working days from now; only a customer's own wish may lie further away");
    }
    requireOpen("due_time", dueTime, policy.calendar());
  }

  private static void requireOpen(String field, Instant time, BusinessCalendar calendar) {
    if (!calendar.isOpen(time)) {
      throw RedressException.ofField(
          field,
          "lies outside the hours in which this customer is called; the next moment within is "
              + calendar.firstOpen(time));
    }
  }
}

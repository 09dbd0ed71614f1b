package dev.redress.callback;

import dev.redress.customer.ProviderSettings;
import dev.redress.servicelevel.ServiceValues;
import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When calls to a customer fall due, and how many are made. */
public record CallbackPolicy(
    BusinessCalendar calendar,
    int firstDays,
    Duration attemptGap,
    int attemptsMax,
    Duration hangUpCoolDown) {

  /** Working days from now to which the provider may move a call at most. */
  public static final int RESCHEDULE_DAYS_MAX = 3;

  /** How often in a row the provider may move a call before somebody must try to make it. */
  public static final int RESCHEDULES_MAX = 3;

  /** By the service level, else the provider's rules, on the calendar of the customer. */
  public static CallbackPolicy of(
      ProviderSettings settings, ServiceValues values, BusinessCalendar calendar) {
    return new CallbackPolicy(
        calendar,
        or(values.firstCallbackDays(), settings.firstCallbackDays()),
        or(values.attemptGap(), settings.attemptGap()),
        or(values.attemptsMax(), settings.attemptsMax()),
        or(values.hangUpCoolDown(), ServiceValues.HANG_UP_COOL_DOWN));
  }

  /** When the first call after something happened is due. */
  public Instant firstDue(Instant now) {
    return calendar.plusDays(now, firstDays);
  }

  /** The latest moment to which the provider may move a call now. */
  public Instant rescheduledAtMost(Instant now) {
    return calendar.plusDays(now, RESCHEDULE_DAYS_MAX);
  }

  /** When somebody who hung up is called again. */
  public Instant afterHangUp(Instant now) {
    return calendar.firstOpen(now.plus(hangUpCoolDown));
  }

  /** When the next attempt after one in vain is due. */
  public Instant nextAttemptDue(Instant now) {
    return calendar.plus(now, attemptGap);
  }

  private static <T> T or(@Nullable T said, T otherwise) {
    return said == null ? otherwise : said;
  }
}

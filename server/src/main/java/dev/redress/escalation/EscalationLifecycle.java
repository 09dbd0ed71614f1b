package dev.redress.escalation;

import dev.redress.callback.Callback;
import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which level of a callback is reached when. Levels 1 to 3 lie at percentages of the business time
 * from the promise to the due time, the ones after that at even gaps of business time. A level that
 * would be reached while the customer's business is closed waits until it opens.
 */
public final class EscalationLifecycle {
  /** The last level: with a gap of 4 business hours it is reached after some two years. */
  public static final int LEVEL_MAX = 999;

  private static final int ACCOUNT_MANAGER_LEVEL = 3;
  private static final int WHOLE_PERCENT = 100;

  /** How long a callback is left alone that reaches no further level. */
  private static final Duration QUIET = Duration.ofDays(1);

  private EscalationLifecycle() {}

  /**
   * When a callback reaches a level if nobody calls.
   *
   * @param level from 1 to {@link #LEVEL_MAX}
   */
  public static Step step(Callback callback, EscalationRules rules, int level) {
    EscalationPolicy policy = rules.policy();
    BusinessCalendar calendar = rules.calendar();
    Instant time =
        switch (EscalationRole.of(level)) {
          case OWNER -> at(policy.ownerPercent(), callback, calendar);
          case LEAD -> at(policy.leadPercent(), callback, calendar);
          case ACCOUNT_MANAGER -> at(policy.accountManagerPercent(), callback, calendar);
          case SUPERIOR ->
              calendar.plus(
                  at(policy.accountManagerPercent(), callback, calendar),
                  policy.repeatGap().multipliedBy(level - ACCOUNT_MANAGER_LEVEL));
        };
    // Windows open on whole seconds, and no database keeps more than microseconds.
    return new Step(level, calendar.firstOpen(time).truncatedTo(ChronoUnit.MICROS));
  }

  /**
   * The level that comes next. None for a callback that has ended or is past its last level, and
   * none once somebody said after the due time that he sees to it; who says so before keeps it
   * quiet until the due time.
   */
  public static Optional<Step> next(Callback callback, EscalationRules rules, Fired fired) {
    Instant due = callback.dueTime();
    Instant acknowledged = fired.acknowledgeTime();
    if (!callback.state().isLive() || (acknowledged != null && !acknowledged.isBefore(due))) {
      return Optional.empty();
    }
    for (int level = fired.level() + 1; level <= LEVEL_MAX; level++) {
      Step step = step(callback, rules, level);
      if (acknowledged == null || !step.time().isBefore(due)) {
        return Optional.of(step);
      }
    }
    return Optional.empty();
  }

  /**
   * The level that fires now: the highest of those that are reached. Those below it are passed
   * over, so that a server that was down tells one person once and not everybody at once. Nothing
   * fires while the customer's business is closed.
   */
  public static Optional<Step> due(
      Callback callback, EscalationRules rules, Fired fired, Instant now) {
    if (!rules.calendar().isOpen(now)) {
      return Optional.empty();
    }
    return next(callback, rules, fired)
        .filter(step -> !step.time().isAfter(now))
        .map(step -> highest(step, callback, rules, now));
  }

  /** When a callback is to be looked at next, after what was due by now has fired. */
  public static Look look(Callback callback, EscalationRules rules, Fired fired, Instant now) {
    return next(callback, rules, fired)
        .map(step -> new Look(step.time(), rules.calendar().firstOpen(later(step.time(), now))))
        .orElseGet(() -> Look.at(now.plus(QUIET)));
  }

  private static Step highest(Step reached, Callback callback, EscalationRules rules, Instant now) {
    Step highest = reached;
    while (highest.level() < LEVEL_MAX) {
      Step above = step(callback, rules, highest.level() + 1);
      if (above.time().isAfter(now)) {
        return highest;
      }
      highest = above;
    }
    return highest;
  }

  private static Instant at(int percent, Callback callback, BusinessCalendar calendar) {
    Instant promised = callback.createTime();
    Instant due = callback.dueTime();
    Duration all = calendar.between(promised, due);
    return percent < WHOLE_PERCENT
        ? calendar.plus(promised, all.multipliedBy(percent).dividedBy(WHOLE_PERCENT))
        : calendar.plus(due, all.multipliedBy(percent - WHOLE_PERCENT).dividedBy(WHOLE_PERCENT));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** A level, and when it is reached. */
  public record Step(int level, Instant time) {}

  /**
   * When to look at a callback.
   *
   * @param levelTime when its next level is reached: who waits longest is looked at first
   * @param time not before, and within business hours
   */
  public record Look(Instant levelTime, Instant time) {
    /** At a level's own time, or where no level is reached. */
    public static Look at(Instant time) {
      return new Look(time, time);
    }

    /** The same look at another time. */
    public Look moved(Instant other) {
      return new Look(levelTime, other);
    }
  }

  /**
   * What has happened to a callback so far.
   *
   * @param level the highest that fired, 0 before the first
   * @param acknowledgeTime when somebody last said that he sees to it
   */
  public record Fired(int level, @Nullable Instant acknowledgeTime) {
    /** The same after a higher level fired. */
    Fired with(Step step) {
      return new Fired(step.level(), acknowledgeTime);
    }
  }
}

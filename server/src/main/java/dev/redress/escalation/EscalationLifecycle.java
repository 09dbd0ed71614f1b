package dev.redress.escalation;

import dev.redress.dispute.SlaClock;
import dev.redress.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which level of a duty is reached when. Levels 1 to 3 lie at percentages of the business time from
 * the start of its time to the due time, the ones after that at even gaps of business time. A level
 * that would be reached while the customer's business is closed waits until it opens.
 */
public final class EscalationLifecycle {
  /** The last level: with a gap of 4 business hours it is reached after some two years. */
  public static final int LEVEL_MAX = 999;

  private static final int ACCOUNT_MANAGER_LEVEL = 3;
  private static final int WHOLE_PERCENT = 100;

  /** How long a duty is left alone that reaches no further level. */
  private static final Duration QUIET = Duration.ofDays(1);

  private EscalationLifecycle() {}

  /**
   * When a duty reaches a level if nobody does it.
   *
   * @param level from 1 to {@link #LEVEL_MAX}
   */
  public static Step step(Duty duty, EscalationRules rules, int level) {
    EscalationPolicy policy = rules.policy();
    BusinessCalendar calendar = rules.calendar();
    Instant time =
        switch (EscalationRole.of(level)) {
          case OWNER -> at(policy.ownerPercent(), duty, rules);
          case LEAD -> at(policy.leadPercent(), duty, rules);
          case ACCOUNT_MANAGER -> at(policy.accountManagerPercent(), duty, rules);
          case SUPERIOR ->
              calendar.plus(
                  at(policy.accountManagerPercent(), duty, rules),
                  policy.repeatGap().multipliedBy(level - ACCOUNT_MANAGER_LEVEL));
        };
    // Windows open on whole seconds, and no database keeps more than microseconds.
    return new Step(level, micros(calendar.firstOpen(time)));
  }

  /**
   * The level that comes next. None for a duty that is past its last level, and none once somebody
   * said after the due time that he sees to it; who says so before keeps it quiet until the due
   * time.
   */
  public static Optional<Step> next(Duty duty, EscalationRules rules, Fired fired) {
    Instant due = dueTime(duty, rules);
    Instant acknowledged = fired.acknowledgeTime();
    if (acknowledged != null && !acknowledged.isBefore(due)) {
      return Optional.empty();
    }
    for (int level = fired.level() + 1; level <= LEVEL_MAX; level++) {
      Step step = step(duty, rules, level);
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
  public static Optional<Step> due(Duty duty, EscalationRules rules, Fired fired, Instant now) {
    if (!rules.calendar().isOpen(now)) {
      return Optional.empty();
    }
    return next(duty, rules, fired)
        .filter(step -> !step.time().isAfter(now))
        .map(step -> highest(step, duty, rules, now));
  }

  /** When a duty is to be looked at next, after what was due by now has fired. */
  public static Look look(Duty duty, EscalationRules rules, Fired fired, Instant now) {
    return next(duty, rules, fired)
        .map(step -> new Look(step.time(), rules.calendar().firstOpen(later(step.time(), now))))
        .orElseGet(() -> Look.at(now.plus(QUIET)));
  }

  private static Step highest(Step reached, Duty duty, EscalationRules rules, Instant now) {
    Step highest = reached;
    while (highest.level() < LEVEL_MAX) {
      Step above = step(duty, rules, highest.level() + 1);
      if (above.time().isAfter(now)) {
        return highest;
      }
      highest = above;
    }
    return highest;
  }

  /** When a duty is due, by what counts for it now. */
  public static Instant dueTime(Duty duty, EscalationRules rules) {
    return switch (duty.time()) {
      case DutyTime.Fixed(Instant due) -> due;
      case DutyTime.Running(SlaClock clock) ->
          micros(clock.reaches(rules.resolutionTarget(), rules.calendar()));
    };
  }

  private static Instant at(int percent, Duty duty, EscalationRules rules) {
    return switch (duty.time()) {
      case DutyTime.Fixed(Instant due) ->
          between(duty.key().since(), due, percent, rules.calendar());
      case DutyTime.Running(SlaClock clock) ->
          clock.reaches(share(rules.resolutionTarget(), percent), rules.calendar());
    };
  }

  private static Instant between(
      Instant since, Instant due, int percent, BusinessCalendar calendar) {
    Duration all = calendar.between(since, due);
    return percent < WHOLE_PERCENT
        ? calendar.plus(since, share(all, percent))
        : calendar.plus(due, share(all, percent - WHOLE_PERCENT));
  }

  private static Duration share(Duration all, int percent) {
    return all.multipliedBy(percent).dividedBy(WHOLE_PERCENT);
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isBefore(other) ? other : one;
  }

  /** A level, and when it is reached. */
  public record Step(int level, Instant time) {}

  /**
   * When to look at a duty.
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
   * What has happened to a duty so far.
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

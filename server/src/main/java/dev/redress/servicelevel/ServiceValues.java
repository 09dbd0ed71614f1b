package dev.redress.servicelevel;

import dev.redress.customer.ProviderSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service level says; absent is as the next wider one has it, and at last the provider.
 *
 * @param firstCallbackDays working days until a first call is due, 1 to 3
 * @param attemptsMax attempts until a callback is exhausted, 1 to 20
 * @param attemptGap business time between two attempts, whole minutes from 15 minutes to 40 hours
 * @param hangUpCoolDown how long somebody who hung up is left in peace, whole minutes from 1 hour
 *     to 7 days
 * @param percents when the first three levels of an escalation are reached
 * @param repeatGap business time between the levels after that, as {@code attemptGap}
 * @param resolutionTarget business time in which a dispute is to be resolved, whole minutes from 1
 *     to 400 hours
 */
public record ServiceValues(
    @Nullable Integer firstCallbackDays,
    @Nullable Integer attemptsMax,
    @Nullable Duration attemptGap,
    @Nullable Duration hangUpCoolDown,
    @Nullable Percents percents,
    @Nullable Duration repeatGap,
    @Nullable Duration resolutionTarget) {

  /** How long somebody who hung up is left in peace where nobody says otherwise. */
  public static final Duration HANG_UP_COOL_DOWN = Duration.ofHours(24);

  /** Nothing is said. */
  public static final ServiceValues NONE =
      new ServiceValues(null, null, null, null, null, null, null);

  private static final Duration GAP_MIN = Duration.ofMinutes(15);
  private static final Duration GAP_MAX = Duration.ofHours(40);
  private static final Duration COOL_DOWN_MIN = Duration.ofHours(1);
  private static final Duration COOL_DOWN_MAX = Duration.ofDays(7);
  private static final Duration TARGET_MIN = Duration.ofHours(1);
  private static final Duration TARGET_MAX = Duration.ofHours(400);

  public ServiceValues {
    // A first call is never later than the third working day: what all customers are promised.
    require(isWithin(firstCallbackDays, 1, 3), "first_callback_days must be from 1 to 3");
    require(isWithin(attemptsMax, 1, 20), "attempts_max must be from 1 to 20");
    require(
        isWithin(attemptGap, GAP_MIN, GAP_MAX),
        "attempt_gap must be whole minutes from 15 minutes to 40 hours");
    require(
        isWithin(hangUpCoolDown, COOL_DOWN_MIN, COOL_DOWN_MAX),
        "hang_up_cool_down must be whole minutes from 1 hour to 7 days");
    require(
        isWithin(repeatGap, GAP_MIN, GAP_MAX),
        "repeat_gap must be whole minutes from 15 minutes to 40 hours");
    require(
        isWithin(resolutionTarget, TARGET_MIN, TARGET_MAX),
        "resolution_target must be whole minutes from 1 to 400 hours");
  }

  /** Whether nothing is said. */
  public boolean isEmpty() {
    return equals(NONE);
  }

  /** Whether something is said that a provider says in its settings or its escalation policy. */
  boolean saysWhatProvidersSay() {
    return Stream.of(
            firstCallbackDays, attemptsMax, attemptGap, percents, repeatGap, resolutionTarget)
        .anyMatch(Objects::nonNull);
  }

  /** These, and where nothing is said what the wider ones say. */
  ServiceValues or(ServiceValues wider) {
    return new ServiceValues(
        firstCallbackDays == null ? wider.firstCallbackDays : firstCallbackDays,
        attemptsMax == null ? wider.attemptsMax : attemptsMax,
        attemptGap == null ? wider.attemptGap : attemptGap,
        hangUpCoolDown == null ? wider.hangUpCoolDown : hangUpCoolDown,
        percents == null ? wider.percents : percents,
        repeatGap == null ? wider.repeatGap : repeatGap,
        resolutionTarget == null ? wider.resolutionTarget : resolutionTarget);
  }

  /** The business time in which a dispute is to be resolved. */
  public Duration resolutionTarget(ProviderSettings settings) {
    return resolutionTarget == null ? settings.resolutionTarget() : resolutionTarget;
  }

  private static boolean isWithin(@Nullable Integer number, int min, int max) {
    return number == null || (number >= min && number <= max);
  }

  private static boolean isWithin(@Nullable Duration time, Duration min, Duration max) {
    return time == null
        || (time.compareTo(min) >= 0
            && time.compareTo(max) <= 0
            && time.equals(Duration.ofMinutes(time.toMinutes())));
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }

  /**
   * When the first three levels are reached, in percent of the business time to the due time; said
   * together, so that they rise whoever says them.
   *
   * @param owner from 1
   * @param lead more than {@code owner}
   * @param accountManager more than {@code lead}, at most 1,000
   */
  public record Percents(int owner, int lead, int accountManager) {
    private static final int PERCENT_MAX = 1_000;

    public Percents {
      require(owner >= 1 && accountManager <= PERCENT_MAX, "percentages must be from 1 to 1,000");
      require(
          owner < lead && lead < accountManager,
          "owner_percent, lead_percent and account_manager_percent are given together and must rise");
    }
  }
}

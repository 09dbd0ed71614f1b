package dev.redress.customer;

import dev.redress.time.BusinessWeek;
import dev.redress.time.BusinessWindow;
import dev.redress.time.HolidayRegion;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules by which a provider works.
 *
 * @param defaultOwner owns disputes of customers without an account manager, 1 to 200 characters
 * @param businessWeek when customers are called that have no windows of their own
 * @param holidayRegion whose public holidays are closed for customers without a region of their own
 * @param ownHolidays closed for every customer
 * @param firstCallbackDays working days until the first call of a dispute is due, 1 to 3
 * @param attemptGap business time between two attempts, from 15 minutes to 40 hours, whole minutes
 * @param attemptsMax attempts until a callback is exhausted, 1 to 20
 * @param coolingOffDays business days for which an ended dispute can be reopened, 1 to 60
 * @param holdDays days from its opening for which what is in dispute need not be paid, 1 to 365
 * @param resolutionTarget business time in which a dispute is to be resolved, from 1 to 400 hours,
 *     whole minutes
 * @param requestLogCompleteFrom from when on the provider declares its request log complete
 */
public record ProviderSettings(
    String defaultOwner,
    BusinessWeek businessWeek,
    @Nullable HolidayRegion holidayRegion,
    OwnHolidays ownHolidays,
    int firstCallbackDays,
    Duration attemptGap,
    int attemptsMax,
    int coolingOffDays,
    int holdDays,
    Duration resolutionTarget,
    @Nullable LocalDate requestLogCompleteFrom) {

  private static final Duration GAP_MIN = Duration.ofMinutes(15);
  private static final Duration GAP_MAX = Duration.ofHours(40);
  private static final Duration TARGET_MIN = Duration.ofHours(1);
  private static final Duration TARGET_MAX = Duration.ofHours(400);

  /** What a provider starts with; after the bounds that it is checked against. */
  public static final ProviderSettings DEFAULT =
      new ProviderSettings(
          "account-manager",
          BusinessWeek.mondayToFriday(List.of(new BusinessWindow(9 * 60, 17 * 60))),
          null,
          OwnHolidays.NONE,
          1,
          Duration.ofHours(4),
          5,
          5,
          60,
          Duration.ofHours(40),
          null);

  public ProviderSettings {
    require(
        !defaultOwner.isBlank() && defaultOwner.length() <= 200,
        "default_owner must have 1 to 200 characters");
    require(
        firstCallbackDays >= 1 && firstCallbackDays <= 3,
        "first_callback_days must be from 1 to 3");
    require(
        attemptGap.compareTo(GAP_MIN) >= 0
            && attemptGap.compareTo(GAP_MAX) <= 0
            && attemptGap.equals(Duration.ofMinutes(attemptGap.toMinutes())),
        "attempt_gap must be whole minutes from 15 minutes to 40 hours");
    require(attemptsMax >= 1 && attemptsMax <= 20, "attempts_max must be from 1 to 20");
    require(coolingOffDays >= 1 && coolingOffDays <= 60, "cooling_off_days must be from 1 to 60");
    require(holdDays >= 1 && holdDays <= 365, "hold_days must be from 1 to 365");
    require(
        resolutionTarget.compareTo(TARGET_MIN) >= 0
            && resolutionTarget.compareTo(TARGET_MAX) <= 0
            && resolutionTarget.equals(Duration.ofMinutes(resolutionTarget.toMinutes())),
        "resolution_target must be whole minutes from 1 to 400 hours");
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}

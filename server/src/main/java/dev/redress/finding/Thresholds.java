package dev.redress.finding;

import dev.redress.time.Hours;
import java.util.List;

/**
 * From where on something counts as wrong.
 *
 * @param beforeRequestDays by how many days work may come before its request was logged, 0 to 365
 * @param afterCloseDays by how many days work may come after its request was closed, 0 to 365
 * @param overlapMinutes for how long a technician may be at two places, since hours are rounded up,
 *     0 to 480
 * @param dayHoursMax the most hours that a technician can be billed for on one day, 1 to 24
 * @param lateLoggedDays how many days after the work it may be logged, 0 to 365
 * @param blockHoursMin the least hours of a line that lumps things together, 0 to 24
 * @param blockTasksMin the least things that are lumped together, 2 to 50
 * @param staleDays how many days after the work it may be billed, 0 to 3,650
 * @param watchWords words of charges that are not for work, at most {@value #WORDS_MAX} of at most
 *     {@value #WORD_LENGTH_MAX} characters
 */
public record Thresholds(
    int beforeRequestDays,
    int afterCloseDays,
    int overlapMinutes,
    Hours dayHoursMax,
    int lateLoggedDays,
    Hours blockHoursMin,
    int blockTasksMin,
    int staleDays,
    List<String> watchWords) {

  /** Most words of the watch list. */
  public static final int WORDS_MAX = 100;

  /** Most characters of one of them. */
  public static final int WORD_LENGTH_MAX = 50;

  private static final int DAYS_MAX = 365;
  private static final Hours DAY = Hours.of("24");

  /** What providers begin with; after the bounds that it is checked against. */
  public static final Thresholds SHIPPED =
      new Thresholds(
          1,
          1,
          15,
          Hours.of("16"),
          7,
          Hours.of("4"),
          3,
          90,
          List.of(
              "travel",
              "traveling",
              "travelling",
              "travel time",
              "drive time",
              "driving",
              "mileage",
              "commute",
              "admin",
              "administration",
              "administrative",
              "invoicing",
              "timesheet",
              "timesheets",
              "internal meeting",
              "Anfahrt",
              "Fahrzeit",
              "Reisezeit",
              "Verwaltung",
              "déplacement",
              "trajet",
              "desplazamiento"));

  public Thresholds {
    watchWords = List.copyOf(watchWords);
    requireWithin("before_request_days", beforeRequestDays, 0, DAYS_MAX);
    requireWithin("after_close_days", afterCloseDays, 0, DAYS_MAX);
    requireWithin("overlap_minutes", overlapMinutes, 0, 480);
    requireWithin("late_logged_days", lateLoggedDays, 0, DAYS_MAX);
    requireWithin("block_tasks_min", blockTasksMin, 2, 50);
    requireWithin("stale_days", staleDays, 0, 3_650);
    require(
        dayHoursMax.compareTo(Hours.of("1")) >= 0 && dayHoursMax.compareTo(DAY) <= 0,
        "day_hours_max must be from 1 to 24");
    require(
        blockHoursMin.tenThousandths() >= 0 && blockHoursMin.compareTo(DAY) <= 0,
        "block_hours_min must be from 0 to 24");
    require(
        watchWords.size() <= WORDS_MAX,
        "watch_words must be at most " + WORDS_MAX + ": leave some out");
    for (String word : watchWords) {
      require(
          !word.isBlank() && word.length() <= WORD_LENGTH_MAX,
          "each of watch_words must have 1 to " + WORD_LENGTH_MAX + " characters");
      require(
          word.chars().noneMatch(Character::isISOControl),
          "watch_words must not have control characters");
    }
  }

  private static void requireWithin(String name, int value, int min, int max) {
    require(value >= min && value <= max, name + " must be from " + min + " to " + max);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}

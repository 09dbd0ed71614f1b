package dev.redress.absence;

import dev.redress.identity.AbsenceName;
import java.time.Duration;
import java.time.Instant;

/**
 * A time in which a person of a provider is away.
 *
 * @param person as written where owners are named, 1 to 200 characters
 * @param from the first moment
 * @param until the first moment at which the person is there again, at most {@link #TIME_MAX} later
 * @param deputy who stands in, at most 200 characters and another one; empty: nobody
 * @param note at most 2,000 characters
 */
public record Absence(
    AbsenceName name,
    String person,
    Instant from,
    Instant until,
    String deputy,
    String note,
    Instant createTime) {

  /** The longest one. */
  public static final Duration TIME_MAX = Duration.ofDays(366);

  private static final int PERSON_MAX = 200;

  public Absence {
    require(
        !person.isBlank() && person.length() <= PERSON_MAX, "person must have 1 to 200 characters");
    require(deputy.length() <= PERSON_MAX, "deputy must have at most 200 characters");
    require(!deputy.equals(person), "deputy must be somebody else");
    require(from.isBefore(until), "until_time must be after from_time");
    require(
        !until.isAfter(from.plus(TIME_MAX)),
        "until_time must be at most " + TIME_MAX.toDays() + " days after from_time");
  }

  /** Whether the person is away at this moment. */
  public boolean covers(Instant at) {
    return !at.isBefore(from) && at.isBefore(until);
  }

  private static void require(boolean holds, String sentence) {
    if (!holds) {
      throw new IllegalArgumentException(sentence);
    }
  }
}

package dev.redress.customer;

import dev.redress.identity.ContentHash;
import dev.redress.time.Holidays;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Days that somebody closes beside the public holidays.
 *
 * @param days at most 400, from 1970 to 2200, with names of at most 60 characters on one line
 */
public record OwnHolidays(Holidays days) {

  /** Most days. */
  public static final int DAYS_MAX = 400;

  /** Most characters of a name. */
  public static final int NAME_LENGTH_MAX = 60;

  /** No day. */
  public static final OwnHolidays NONE = new OwnHolidays(Holidays.NONE);

  private static final int YEAR_MIN = 1970;
  private static final int YEAR_MAX = 2200;

  public OwnHolidays {
    if (days.dates().size() > DAYS_MAX) {
      throw new IllegalArgumentException(
          "there are "
              + days.dates().size()
              + " own holidays; at most 400 are kept, so leave out what is past or far away");
    }
    days.names().forEach(OwnHolidays::check);
  }

  /** The same with names cut where they are too long. */
  public static OwnHolidays cut(Holidays days) {
    NavigableMap<LocalDate, String> names = new TreeMap<>(days.names());
    names.replaceAll((_, name) -> cut(name));
    return new OwnHolidays(new Holidays(names));
  }

  /** How many there are and which ones, short enough for the journal. */
  public String summary() {
    return days.dates().size() + " days, " + ContentHash.of(days.names());
  }

  private static String cut(String name) {
    if (name.length() <= NAME_LENGTH_MAX) {
      return name;
    }
    int end =
        Character.isHighSurrogate(name.charAt(NAME_LENGTH_MAX - 1))
            ? NAME_LENGTH_MAX - 1
            : NAME_LENGTH_MAX;
    return name.substring(0, end);
  }

  private static void check(LocalDate day, String name) {
    if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
      throw new IllegalArgumentException("own holidays must be from 1970 to 2200");
    }
    if (name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "the name of " + day + " must have at most 60 characters, on one line");
    }
  }
}

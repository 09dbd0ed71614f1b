package dev.redress.calendar;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import dev.redress.time.HolidayRegion;
import dev.redress.time.HolidaySource;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Public holidays by the library jollyday. A holiday closes its own day and, where it is observed
 * on another one (United States: Saturday's on Friday; England: on Monday), that day too. Days that
 * are only remembered, such as Christmas Eve in Austria, stay open.
 */
public final class JollydayHolidaySource implements HolidaySource {

  /** One at a time: the library does not promise more, and answers are kept by those who ask. */
  @Override
  public synchronized Holidays publicHolidays(HolidayRegion region, HolidayYears years) {
    String[] part = known(region);
    HolidayManager manager = manager(region);
    Map<LocalDate, String> days = new HashMap<>();
    // New Year's Day on a Saturday is observed in the year before: one more year at both ends.
    for (int year = years.first() - 1; year <= years.last() + 1; year++) {
      for (Holiday holiday : manager.getHolidays(Year.of(year), HolidayType.PUBLIC_HOLIDAY, part)) {
        String name = holiday.getDescription(Locale.ENGLISH);
        days.merge(holiday.getActualDate(), name, JollydayHolidaySource::firstByName);
        holiday
            .getObservedDate()
            .filter(day -> !day.equals(holiday.getActualDate()))
            .ifPresent(
                day -> days.merge(day, name + " (observed)", JollydayHolidaySource::firstByName));
      }
    }
    days.keySet().removeIf(day -> !years.contain(day));
    return Holidays.named(days);
  }

  /** Of two holidays on one day the same whatever order the library gives them in. */
  private static String firstByName(String one, String other) {
    return one.compareTo(other) <= 0 ? one : other;
  }

  /** The library's words for the part of the country; it takes unknown ones for the whole. */
  private static String[] known(HolidayRegion region) {
    if (!HolidayManager.getSupportedCalendarCodes().contains(region.country())) {
      throw new IllegalArgumentException(
          "no public holidays are known for the country "
              + region.country()
              + "; give the dates in an iCalendar file instead");
    }
    if (region.part().isEmpty()) {
      return new String[0];
    }
    Set<String> parts = manager(region).getCalendarHierarchy().getChildren().keySet();
    Optional<String> part = parts.stream().filter(region.part()::equalsIgnoreCase).findFirst();
    return new String[] {
      part.orElseThrow(() -> new IllegalArgumentException(unknown(region, parts)))
    };
  }

  private static String unknown(HolidayRegion region, Set<String> parts) {
    String sentence = "no public holidays are known for the region " + region.code();
    return parts.isEmpty()
        ? sentence + "; give " + region.country() + " alone, its holidays are the same everywhere"
        : sentence
            + "; the regions of "
            + region.country()
            + " are "
            + parts.stream()
                .map(part -> region.country() + "-" + part.toUpperCase(Locale.ROOT))
                .sorted(Comparator.naturalOrder())
                .collect(Collectors.joining(", "));
  }

  private static HolidayManager manager(HolidayRegion region) {
    return HolidayManager.getInstance(
        ManagerParameters.create(region.country().toLowerCase(Locale.ROOT)));
  }
}

package dev.redress.time;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * When customers may be called, for each day of the week.
 *
 * @param windows of each day up to 6, in order, not overlapping; a day that is absent is closed. At
 *     least one day has a window.
 */
public record BusinessWeek(Map<DayOfWeek, List<BusinessWindow>> windows) {

  /** Most windows a day. */
  public static final int WINDOWS_MAX = 6;

  public BusinessWeek {
    Map<DayOfWeek, List<BusinessWindow>> open = new EnumMap<>(DayOfWeek.class);
    windows.forEach(
        (day, ofTheDay) -> {
          if (!ofTheDay.isEmpty()) {
            open.put(day, checked(ofTheDay));
          }
        });
    if (open.isEmpty()) {
      throw new IllegalArgumentException("a business week must have at least one window");
    }
    windows = Collections.unmodifiableMap(open);
  }

  /**
   * The same windows from Monday to Friday.
   *
   * @param windows 1 to 6, in order, not overlapping
   */
  public static BusinessWeek mondayToFriday(List<BusinessWindow> windows) {
    Map<DayOfWeek, List<BusinessWindow>> days = new EnumMap<>(DayOfWeek.class);
    List<BusinessWindow> ofTheDay = checked(windows);
    for (DayOfWeek day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
      days.put(day, ofTheDay);
    }
    return new BusinessWeek(days);
  }

  /** The windows of Monday to Friday where they are the same and the weekend is closed. */
  public Optional<List<BusinessWindow>> sameMondayToFriday() {
    List<BusinessWindow> monday = on(DayOfWeek.MONDAY);
    return !monday.isEmpty() && equals(mondayToFriday(monday))
        ? Optional.of(monday)
        : Optional.empty();
  }

  /** The windows of a day, in order; none when it is closed. */
  public List<BusinessWindow> on(DayOfWeek day) {
    return windows.getOrDefault(day, List.of());
  }

  /** How long all windows of a week are together, by a clock that nobody changes. */
  public Duration open() {
    long minutes = 0;
    for (List<BusinessWindow> ofTheDay : windows.values()) {
      for (BusinessWindow window : ofTheDay) {
        minutes += window.endMinutes() - window.startMinutes();
      }
    }
    return Duration.ofMinutes(minutes);
  }

  /** Such as {@code MONDAY 08:00-12:00,13:00-17:00; FRIDAY 08:00-14:00}. */
  @Override
  public String toString() {
    return windows.entrySet().stream()
        .map(day -> day.getKey() + " " + text(day.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String text(List<BusinessWindow> ofTheDay) {
    return ofTheDay.stream().map(BusinessWindow::toString).collect(Collectors.joining(","));
  }

  private static List<BusinessWindow> checked(List<BusinessWindow> windows) {
    if (windows.isEmpty() || windows.size() > WINDOWS_MAX) {
      throw new IllegalArgumentException("there must be 1 to 6 business windows a day");
    }
    for (int i = 1; i < windows.size(); i++) {
      if (windows.get(i).startMinutes() < windows.get(i - 1).endMinutes()) {
        throw new IllegalArgumentException("business windows must be in order and not overlap");
      }
    }
    return List.copyOf(windows);
  }
}

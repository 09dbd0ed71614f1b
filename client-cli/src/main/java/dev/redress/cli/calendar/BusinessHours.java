package dev.redress.cli.calendar;

import com.google.type.DayOfWeek;
import dev.redress.v1.BusinessDay;
import dev.redress.v1.BusinessWindow;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Business hours as people write them: {@code Mon-Thu 08:00-12:00,13:00-17:00; Fri 08:00-14:00}.
 * Windows without days before them are those of Monday to Friday.
 *
 * @param days as the server takes them; none for an empty text
 */
public record BusinessHours(List<BusinessDay> days) {
  private static final Pattern ENTRY =
      Pattern.compile("(?:([A-Za-z]{3,9})(?:-([A-Za-z]{3,9}))?\\s+)?([0-9:,\\s-]+)");
  private static final Pattern WINDOW =
      Pattern.compile("([0-9]{1,2}):([0-5][0-9])-([0-9]{1,2}):([0-5][0-9])");
  private static final int NAME_LENGTH_MIN = 3;

  public BusinessHours {
    days = List.copyOf(days);
  }

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException when the text has another form, in a sentence
   */
  static BusinessHours parse(String text) {
    List<BusinessDay> days = new ArrayList<>();
    for (String entry : text.isBlank() ? new String[0] : text.split(";", -1)) {
      Matcher matcher = ENTRY.matcher(entry.strip());
      if (!matcher.matches()) {
        throw notHours(entry);
      }
      String first = matcher.group(1) == null ? "Mon" : matcher.group(1);
      String last = matcher.group(1) == null ? "Fri" : matcher.group(2);
      int from = day(first);
      int to = last == null ? from : day(last);
      if (to < from) {
        throw new IllegalArgumentException(
            "'" + first + "-" + last + "' does not go forward from Mon to Sun; write both parts");
      }
      List<BusinessWindow> windows =
          Arrays.stream(matcher.group(3).split(",", -1)).map(BusinessHours::window).toList();
      for (int day = from; day <= to; day++) {
        days.add(
            BusinessDay.newBuilder()
                .setDay(DayOfWeek.forNumber(day))
                .addAllWindows(windows)
                .build());
      }
    }
    return new BusinessHours(days);
  }

  /** In the same form, days with the same windows together; empty for no days. */
  public static String text(List<BusinessDay> days) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < days.size(); ) {
      int end = i + 1;
      while (end < days.size()
          && days.get(end).getDayValue() == days.get(end - 1).getDayValue() + 1
          && days.get(end).getWindowsList().equals(days.get(i).getWindowsList())) {
        end++;
      }
      String names = name(days.get(i)) + (end == i + 1 ? "" : "-" + name(days.get(end - 1)));
      entries.add(names + " " + windows(days.get(i).getWindowsList()));
      i = end;
    }
    return String.join("; ", entries);
  }

  /** The windows of a day: {@code 08:00-12:00,13:00-17:00}. */
  public static String windows(List<BusinessWindow> windows) {
    return windows.stream()
        .map(window -> time(window.getStartMinutes()) + "-" + time(window.getEndMinutes()))
        .collect(Collectors.joining(","));
  }

  private static BusinessWindow window(String text) {
    Matcher matcher = WINDOW.matcher(text.strip());
    if (!matcher.matches()) {
      throw notHours(text);
    }
    return BusinessWindow.newBuilder()
        .setStartMinutes(minutes(matcher.group(1), matcher.group(2)))
        .setEndMinutes(minutes(matcher.group(3), matcher.group(4)))
        .build();
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  private static int day(String name) {
    for (java.time.DayOfWeek day : java.time.DayOfWeek.values()) {
      if (name.length() >= NAME_LENGTH_MIN
          && day.name().startsWith(name.toUpperCase(Locale.ROOT))) {
        return day.getValue();
      }
    }
    throw new IllegalArgumentException(
        "'" + name + "' is not one of Mon, Tue, Wed, Thu, Fri, Sat, Sun");
  }

  private static String name(BusinessDay day) {
    return java.time.DayOfWeek.of(day.getDayValue())
        .getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  private static String time(int minutes) {
    return String.format(Locale.ROOT, "%02d:%02d", minutes / 60, minutes % 60);
  }

  private static IllegalArgumentException notHours(String text) {
    return new IllegalArgumentException(
        "'" + text.strip() + "' is not of the form 'Mon-Thu 08:00-12:00,13:00-17:00'");
  }
}

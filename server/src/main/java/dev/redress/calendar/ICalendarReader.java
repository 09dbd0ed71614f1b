package dev.redress.calendar;

import dev.redress.time.HolidayReader;
import dev.redress.time.HolidayYears;
import dev.redress.time.Holidays;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whole-day events of an iCalendar file (RFC 5545) as holidays: {@code DTSTART;VALUE=DATE}, {@code
 * DTEND} (the first day that is open again) or {@code DURATION}, a yearly {@code RRULE}, {@code
 * EXDATE}, named by {@code SUMMARY}. Events with {@code STATUS:CANCELLED} close nothing.
 *
 * <p>What could close another day than was meant is refused with its line: times of day, other
 * rules, components that are not events. What changes no day (categories, alarms, time zones) is
 * passed over.
 */
public final class ICalendarReader implements HolidayReader {

  /** Longest file, in bytes. */
  public static final int BYTES_MAX = 256 * 1024;

  private static final int EVENT_DAYS_MAX = 366;
  private static final int YEAR_MIN = 1601;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);
  private static final Pattern DURATION = Pattern.compile("P([0-9]{1,4})([DW])");
  private static final Set<String> READ_OVER =
      Set.of("VCALENDAR", "VTIMEZONE", "STANDARD", "DAYLIGHT", "VALARM");

  @Override
  public Holidays read(byte[] file, HolidayYears years) {
    Map<LocalDate, String> closed = new HashMap<>();
    for (Event event : events(ContentLine.read(file, BYTES_MAX))) {
      event.closeDays(years, closed);
      if (closed.size() > Holidays.DATES_MAX) {
        throw refused(
            event.beginsAt,
            "this and the events before close more than 5,000 days; leave some out");
      }
    }
    return Holidays.named(closed);
  }

  private static List<Event> events(List<ContentLine> lines) {
    List<Event> events = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>();
    Event event = null;
    for (ContentLine line : lines) {
      String name = line.value().toUpperCase(Locale.ROOT);
      if (line.is("BEGIN")) {
        if (open.isEmpty() != name.equals("VCALENDAR")) {
          throw refused(line, "an iCalendar file must begin with BEGIN:VCALENDAR");
        }
        if (name.equals("VEVENT") && "VCALENDAR".equals(open.peek())) {
          event = new Event(line);
        } else if (!READ_OVER.contains(name)) {
          throw refused(line, name + " is not read here; leave only VEVENT entries of whole days");
        }
        open.push(name);
      } else if (line.is("END")) {
        if (!name.equals(open.peek())) {
          throw refused(line, "END:" + name + " ends nothing that is open; check the lines before");
        }
        open.pop();
        if (name.equals("VEVENT") && event != null) {
          events.add(event);
          event = null;
        }
      } else if (open.isEmpty()) {
        throw refused(line, "an iCalendar file must begin with BEGIN:VCALENDAR");
      } else if (event != null && "VEVENT".equals(open.peek())) {
        event.take(line);
      }
    }
    if (!open.isEmpty() || lines.isEmpty()) {
      throw new IllegalArgumentException(
          "line "
              + (lines.isEmpty() ? 1 : lines.getLast().number())
              + ": the file ends before END:VCALENDAR; send the whole file");
    }
    return events;
  }

  static IllegalArgumentException refused(ContentLine line, String sentence) {
    return new IllegalArgumentException("line " + line.number() + ": " + sentence);
  }

  static LocalDate date(ContentLine line, String text) {
    try {
      LocalDate date = LocalDate.parse(text, DATE);
      if (date.getYear() < YEAR_MIN) {
        throw refused(line, "the year is before 1601; write the first year that matters");
      }
      return date;
    } catch (DateTimeParseException e) {
      throw refused(line, "'" + text + "' is not a day; write it as 20271231");
    }
  }

  /** A VEVENT on its way in. */
  private static final class Event {
    private final ContentLine beginsAt;
    private @Nullable ContentLine start;
    private @Nullable ContentLine end;
    private @Nullable ContentLine rule;
    private final Set<LocalDate> leftOut = new HashSet<>();
    private String summary = "";
    private boolean cancelled;

    Event(ContentLine beginsAt) {
      this.beginsAt = beginsAt;
    }

    void take(ContentLine line) {
      switch (line.name()) {
        case "DTSTART" -> start = once(start, line);
        case "DTEND", "DURATION" -> end = once(end, line);
        case "RRULE" -> rule = once(rule, line);
        case "EXDATE" -> {
          requireWholeDays(line);
          for (String day : line.value().split(",", -1)) {
            leftOut.add(date(line, day));
          }
        }
        case "SUMMARY" -> summary = line.text();
        case "STATUS" -> cancelled = line.value().equalsIgnoreCase("CANCELLED");
        case "RDATE", "EXRULE", "RECURRENCE-ID" ->
            throw refused(line, line.name() + " is not read here; write a VEVENT for each day");
        default -> {
          // Says nothing of days.
        }
      }
    }

    void closeDays(HolidayYears years, Map<LocalDate, String> closed) {
      if (start == null) {
        throw refused(beginsAt, "the event has no DTSTART; say on which day it begins");
      }
      requireWholeDays(start);
      LocalDate first = date(start, start.value());
      int days = length(first);
      if (cancelled) {
        return;
      }
      List<LocalDate> begins =
          rule == null ? List.of(first) : YearlyRule.read(rule).days(first, years.last());
      for (LocalDate begin : begins) {
        if (!leftOut.contains(begin)) {
          begin
              .datesUntil(begin.plusDays(days))
              .filter(years::contain)
              .forEach(day -> closed.putIfAbsent(day, summary));
        }
      }
    }

    private int length(LocalDate first) {
      if (end == null) {
        return 1;
      }
      long days;
      if (end.is("DURATION")) {
        days = duration(end);
      } else {
        requireWholeDays(end);
        days = date(end, end.value()).toEpochDay() - first.toEpochDay();
      }
      if (days < 1 || days > EVENT_DAYS_MAX) {
        throw refused(
            end, "the event must last 1 to 366 days; " + end.name() + " makes it " + days);
      }
      return (int) days;
    }

    private static long duration(ContentLine line) {
      Matcher matcher = DURATION.matcher(line.value());
      if (matcher.matches()) {
        return Long.parseLong(matcher.group(1)) * (matcher.group(2).equals("W") ? 7 : 1);
      }
      throw refused(
          line, "'" + line.value() + "' is not a number of days or weeks; write it as P3D or P1W");
    }

    private static ContentLine once(@Nullable ContentLine before, ContentLine line) {
      if (before != null) {
        throw refused(
            line, "the event has a " + before.name() + " on line " + before.number() + " already");
      }
      return line;
    }

    private static void requireWholeDays(ContentLine line) {
      if (!line.hasParameter("VALUE=DATE")) {
        throw refused(
            line,
            line.name()
                + " is not a whole day; write "
                + line.name()
                + ";VALUE=DATE:20271231 or leave the event out");
      }
    }
  }
}

package dev.redress.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Days that are closed whatever the day of the week, with what people call them.
 *
 * @param names at most 5,000, by date; empty where nobody said one
 */
public record Holidays(NavigableMap<LocalDate, String> names) {

  /** Most dates: thirteen years of nothing but holidays. */
  public static final int DATES_MAX = 5_000;

  /** No day is closed but those without windows. */
  public static final Holidays NONE = of(List.of());

  public Holidays {
    if (names.size() > DATES_MAX) {
      throw new IllegalArgumentException("there must be at most 5,000 holidays");
    }
    names = Collections.unmodifiableNavigableMap(new TreeMap<>(names));
  }

  /** These dates without names, in any order; one that is given twice counts once. */
  public static Holidays of(Collection<LocalDate> dates) {
    NavigableMap<LocalDate, String> names = new TreeMap<>();
    dates.forEach(date -> names.put(date, ""));
    return new Holidays(names);
  }

  /** These dates with their names. */
  public static Holidays named(Map<LocalDate, String> names) {
    return new Holidays(new TreeMap<>(names));
  }

  /** The days that are closed by either; where both name a day, by the name that is here. */
  public Holidays and(Holidays others) {
    NavigableMap<LocalDate, String> both = new TreeMap<>(names);
    others.names.forEach(
        (date, name) -> both.merge(date, name, (here, there) -> here.isEmpty() ? there : here));
    return new Holidays(both);
  }

  /** The dates, in order. */
  public NavigableSet<LocalDate> dates() {
    return names.navigableKeySet();
  }

  /** What people call the day; empty when it is none of them, or nobody said. */
  public String name(LocalDate day) {
    return names.getOrDefault(day, "");
  }

  /** Whether the day is one of them. */
  public boolean contains(LocalDate day) {
    return names.containsKey(day);
  }

  /** The day itself when it is one of them, else the next one after it. */
  public Optional<LocalDate> onOrAfter(LocalDate day) {
    return Optional.ofNullable(names.ceilingKey(day));
  }
}

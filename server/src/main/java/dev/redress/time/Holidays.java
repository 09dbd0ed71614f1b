package dev.redress.time;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Days that are closed whatever the day of the week.
 *
 * @param dates at most 5,000
 */
public record Holidays(NavigableSet<LocalDate> dates) {

  /** Most dates: thirteen years of nothing but holidays. */
  public static final int DATES_MAX = 5_000;

  /** No day is closed but those without windows. */
  public static final Holidays NONE = of(List.of());

  public Holidays {
    if (dates.size() > DATES_MAX) {
      throw new IllegalArgumentException("there must be at most 5,000 holidays");
    }
    dates = Collections.unmodifiableNavigableSet(new TreeSet<>(dates));
  }

  /** These dates, in any order; one that is given twice counts once. */
  public static Holidays of(Collection<LocalDate> dates) {
    return new Holidays(new TreeSet<>(dates));
  }

  /** The days that are closed by either. */
  public Holidays and(Holidays others) {
    NavigableSet<LocalDate> both = new TreeSet<>(dates);
    both.addAll(others.dates);
    return new Holidays(both);
  }

  /** Whether the day is one of them. */
  public boolean contains(LocalDate day) {
    return dates.contains(day);
  }

  /** The day itself when it is one of them, else the next one after it. */
  public Optional<LocalDate> onOrAfter(LocalDate day) {
    return Optional.ofNullable(dates.ceiling(day));
  }
}

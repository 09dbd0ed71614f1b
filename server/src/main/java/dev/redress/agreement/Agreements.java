package dev.redress.agreement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** All agreements of one customer, one after the other, perhaps with gaps. */
public final class Agreements {
  private final NavigableMap<LocalDate, Agreement> byFirstDay = new TreeMap<>();

  /**
   * In any order.
   *
   * @throws IllegalArgumentException when a day is under two of them
   */
  public Agreements(Collection<Agreement> agreements) {
    for (Agreement agreement : agreements) {
      Agreement twin = byFirstDay.putIfAbsent(agreement.validFrom(), agreement);
      if (twin != null) {
        throw overlap(twin, agreement);
      }
    }
    byFirstDay
        .values()
        .forEach(
            agreement -> {
              Map.Entry<LocalDate, Agreement> next = byFirstDay.higherEntry(agreement.validFrom());
              if (next != null && agreement.overlaps(next.getValue())) {
                throw overlap(agreement, next.getValue());
              }
            });
  }

  /** The agreement under which work of this day is; empty in a gap. */
  public Optional<Agreement> inForce(LocalDate workDate) {
    return Optional.ofNullable(byFirstDay.floorEntry(workDate))
        .map(Map.Entry::getValue)
        .filter(agreement -> agreement.isInForce(workDate));
  }

  private static IllegalArgumentException overlap(Agreement one, Agreement other) {
    return new IllegalArgumentException(
        "the agreements "
            + one.name().agreement()
            + " ("
            + one.days()
            + ") and "
            + other.name().agreement()
            + " ("
            + other.days()
            + ") overlap");
  }
}

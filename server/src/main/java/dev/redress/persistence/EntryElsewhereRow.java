package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.invoice.LaborLine;
import dev.redress.time.Hours;
import java.time.LocalDate;

/** A time entry of another customer, on a request. */
record EntryElsewhereRow(
    String customerId,
    String requestId,
    String summary,
    String notes,
    String technician,
    LocalDate workDate,
    long hours) {

  /** Whether a line may bill it: as many hours of the same technician and day, or rounded up. */
  boolean isLike(LaborLine line) {
    Hours logged = new Hours(hours);
    return line.technician().equals(technician)
        && line.workDate().equals(workDate)
        && logged.compareTo(line.hours()) <= 0
        && line.hours().compareTo(logged.plus(Elsewhere.ROUNDED_UP_MAX)) < 0;
  }
}

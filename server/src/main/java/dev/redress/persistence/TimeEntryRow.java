package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.TimeEntryName;
import dev.redress.request.TimeEntry;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table time_entry.
 *
 * @param requestId absent: work on no request
 * @param hours in 1/10,000 h
 */
record TimeEntryRow(
    String providerId,
    String customerId,
    String entryId,
    @Nullable String requestId,
    String technician,
    @Nullable Instant startTime,
    LocalDate workDate,
    long hours,
    String notes,
    String workType,
    boolean billable,
    String attributes,
    String contentHash) {

  static TimeEntryRow of(TimeEntry entry) {
    return new TimeEntryRow(
        entry.name().provider().provider(),
        entry.customer().customer(),
        entry.name().entry(),
        entry.request().orElse(null),
        entry.technician(),
        entry.startedAt(),
        entry.workDate(),
        entry.hours().tenThousandths(),
        entry.notes(),
        entry.workType(),
        entry.billable(),
        AttributesJson.write(entry.attributes()),
        entry.contentHash());
  }

  TimeEntry toTimeEntry() {
    return new TimeEntry(
        new TimeEntryName(
            new CustomerName(new ProviderName(providerId), customerId),
            requestId == null ? TimeEntryName.NO_REQUEST : requestId,
            entryId),
        technician,
        startTime,
        workDate,
        new Hours(hours),
        notes,
        workType,
        billable,
        AttributesJson.read(attributes));
  }
}

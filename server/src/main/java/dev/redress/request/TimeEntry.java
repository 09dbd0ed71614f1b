package dev.redress.request;

import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.identity.TimeEntryName;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Work that a technician logged, normally on a request. Texts that the source left out are empty.
 *
 * @param technician who worked, 1 to 200 characters
 * @param startedAt when the work began, absent where the source knows only the date
 * @param workDate the date of the work in the customer's time zone
 * @param hours from 0 to 10,000
 * @param notes what was done, at most 32,000 characters
 * @param workType the source's kind of work, for example {@code Remote}
 * @param billable whether the source meant it to be billed
 * @param attributes what else the source said, by its own column names
 */
public record TimeEntry(
    TimeEntryName name,
    String technician,
    @Nullable Instant startedAt,
    LocalDate workDate,
    Hours hours,
    String notes,
    String workType,
    boolean billable,
    Map<String, String> attributes) {

  public TimeEntry {
    attributes = Map.copyOf(attributes);
  }

  /** Whom the work was for. */
  public CustomerName customer() {
    return name.customer();
  }

  /** The source's id of the request that the work was logged on, if any. */
  public Optional<String> request() {
    return name.request().equals(TimeEntryName.NO_REQUEST)
        ? Optional.empty()
        : Optional.of(name.request());
  }

  /** Changes when anything that a source says of the time entry changes. */
  public String contentHash() {
    return ContentHash.of(
        name.request(),
        technician,
        startedAt,
        workDate,
        hours,
        notes,
        workType,
        billable,
        attributes);
  }
}

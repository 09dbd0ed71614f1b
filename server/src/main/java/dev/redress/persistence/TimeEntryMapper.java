package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code time_entry}. */
interface TimeEntryMapper extends CustomerHashes.Statements {
  Optional<TimeEntryRow> find(String providerId, String customerId, String entryId);

  /** Entries of a customer, on one request unless {@code requestId} is empty. */
  List<TimeEntryRow> list(
      String providerId, String customerId, String requestId, String afterId, int countMax);

  List<TimeEntryRow> all(String providerId, String customerId);

  int insert(TimeEntryRow row);

  int update(TimeEntryRow row);
}

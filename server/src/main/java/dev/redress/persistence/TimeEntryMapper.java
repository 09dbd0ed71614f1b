package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code time_entry}. */
interface TimeEntryMapper {
  Optional<TimeEntryRow> find(String providerId, String customerId, String entryId);

  /** Entries of a customer, on one request unless {@code requestId} is empty. */
  List<TimeEntryRow> list(
      String providerId, String customerId, String requestId, String afterId, int countMax);

  List<TimeEntryRow> all(String providerId, String customerId);

  Optional<String> contentHash(String providerId, String customerId, String id);

  List<HashRow> contentHashes(String providerId, String customerId, List<String> ids);

  List<HashRow> contentHashesBetween(
      String providerId, String customerId, String firstId, String lastId, int countMax);

  int insert(TimeEntryRow row);

  int update(TimeEntryRow row);
}

package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code customer}. */
interface CustomerMapper {
  Optional<CustomerRow> find(String providerId, String customerId);

  List<CustomerRow> list(String providerId, String afterId, int countMax);

  Optional<String> contentHash(String providerId, String id);

  List<HashRow> contentHashes(String providerId, List<String> ids);

  List<HashRow> contentHashesBetween(
      String providerId, String firstId, String lastId, int countMax);

  int insert(CustomerRow row);

  int update(CustomerRow row);

  Optional<Long> factsVersion(String providerId, String customerId);

  int advanceFactsVersion(String providerId, String customerId);

  int holdFactsVersion(String providerId, String customerId, long expected);
}

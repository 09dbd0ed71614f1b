package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code request}. */
interface RequestMapper {
  Optional<RequestRow> find(String providerId, String customerId, String requestId);

  List<RequestRow> list(String providerId, String customerId, String afterId, int countMax);

  List<RequestRow> all(String providerId, String customerId);

  List<String> customersOf(String providerId, String requestId);

  Optional<String> contentHash(String providerId, String customerId, String id);

  List<HashRow> contentHashes(String providerId, String customerId, List<String> ids);

  List<HashRow> contentHashesBetween(
      String providerId, String customerId, String firstId, String lastId, int countMax);

  int insert(RequestRow row);

  int update(RequestRow row);
}

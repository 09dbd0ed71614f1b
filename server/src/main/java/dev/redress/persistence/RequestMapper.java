package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code request}. */
interface RequestMapper extends CustomerHashes.Statements {
  Optional<RequestRow> find(String providerId, String customerId, String requestId);

  List<RequestRow> list(String providerId, String customerId, String afterId, int countMax);

  List<RequestRow> all(String providerId, String customerId);

  List<String> customersOf(String providerId, String requestId);

  int insert(RequestRow row);

  int update(RequestRow row);
}

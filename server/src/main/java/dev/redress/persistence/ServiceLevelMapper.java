package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code service_level}. */
interface ServiceLevelMapper {
  Optional<ServiceLevelRow> find(String providerId, String serviceLevelId);

  Optional<ServiceLevelRow> findScope(
      String providerId, String customerId, String tier, String priority);

  List<ServiceLevelRow> list(String providerId, String afterId, int countMax);

  List<ServiceLevelRow> all(String providerId);

  int count(String providerId);

  int insert(ServiceLevelRow row);

  int update(ServiceLevelRow row);

  int delete(String providerId, String serviceLevelId);
}

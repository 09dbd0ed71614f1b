package dev.redress.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Statements on {@code principal} and {@code api_key}. */
interface AccessMapper {
  Optional<PrincipalRow> find(String providerId, String principalId);

  Optional<PrincipalRow> findBySubject(String providerId, String subject);

  List<PrincipalRow> list(String providerId, String afterId, int countMax);

  int count(String providerId);

  int holdProvider(String providerId);

  int insert(PrincipalRow row);

  int update(PrincipalRow row);

  Optional<ApiKeyRow> findKey(String providerId, String principalId, String apiKeyId);

  List<ApiKeyRow> listKeys(String providerId, String principalId, String afterId, int countMax);

  int countLiveKeys(String providerId, String principalId, Instant now);

  int insertKey(ApiKeyRow row);

  int updateKey(ApiKeyRow row);
}

package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code provider}. */
interface ProviderMapper {
  Optional<ProviderRow> find(String providerId);

  List<ProviderRow> list(String afterId, int countMax);

  int insert(ProviderRow row);

  int update(ProviderRow row);
}

package dev.redress.servicelevel;

import dev.redress.identity.ProviderName;
import dev.redress.identity.ServiceLevelName;
import java.util.List;
import java.util.Optional;

/** Keeps service levels. */
public interface ServiceLevelStore {

  /** The service level, if there is one of this name. */
  Optional<ServiceLevel> find(ServiceLevelName name);

  /** The service level of a scope, if there is one. */
  Optional<ServiceLevel> find(ProviderName provider, ServiceScope scope);

  /** Service levels whose id sorts after {@code afterId}, by id, at most so many. */
  List<ServiceLevel> list(ProviderName provider, String afterId, int countMax);

  /** All of a provider. */
  List<ServiceLevel> all(ProviderName provider);

  /** How many a provider has. */
  int count(ProviderName provider);

  /**
   * Stores a service level: {@code level.version()} is one more than the stored one, 1 for the
   * first of its scope.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void put(ServiceLevel level);

  /** Takes a service level away; tells whether it was there. */
  boolean delete(ServiceLevelName name);
}

package dev.redress.customer;

import dev.redress.identity.ProviderName;
import java.util.List;
import java.util.Optional;

/** Keeps providers. */
public interface ProviderStore {

  /** The provider, if there is one of this name. */
  Optional<Provider> find(ProviderName name);

  /**
   * The same for one who is going to change it: never from a memory of an earlier read, by which a
   * change of another server would look like none at all.
   */
  default Optional<Provider> findToChange(ProviderName name) {
    return find(name);
  }

  /** Providers whose id sorts after {@code afterId}, in the order of ids, at most so many. */
  List<Provider> list(String afterId, int countMax);

  /**
   * Stores a new provider.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id is taken
   */
  void insert(Provider provider);

  /**
   * Stores a change: {@code provider.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Provider provider);
}

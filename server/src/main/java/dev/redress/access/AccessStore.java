package dev.redress.access;

import dev.redress.identity.ApiKeyName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps principals and their keys. Nothing of it may come from a cache: it says who is shut out.
 */
public interface AccessStore {

  /** The principal, if there is one of this name. */
  Optional<Principal> find(PrincipalName name);

  /** The principal of a provider to whom tokens of this subject belong, if there is one. */
  Optional<Principal> findBySubject(ProviderName provider, String subject);

  /** Principals whose id sorts after {@code afterId}, by id, at most so many. */
  List<Principal> list(ProviderName provider, String afterId, int countMax);

  /** How many a provider has. */
  int count(ProviderName provider);

  /** Has all others who let somebody in for a provider wait until the transaction ends. */
  void hold(ProviderName provider);

  /**
   * Stores a new principal.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when the id or the subject
   *     is taken
   */
  void insert(Principal principal);

  /**
   * Stores what changed of a principal, whose version is one more than that of the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION}, {@code RESOURCE_EXISTS} when
   *     the subject is taken
   */
  void update(Principal principal);

  /** The key, if there is one of this name. */
  Optional<ApiKey> findKey(ApiKeyName name);

  /** Keys of a principal whose id sorts after {@code afterId}, by id, at most so many. */
  List<ApiKey> listKeys(PrincipalName principal, String afterId, int countMax);

  /** How many keys of a principal are neither expired nor revoked. */
  int countLiveKeys(PrincipalName principal, Instant now);

  /** Stores a new key. */
  void insertKey(ApiKey key);

  /** Stores when a key ends. */
  void updateKey(ApiKey key);
}

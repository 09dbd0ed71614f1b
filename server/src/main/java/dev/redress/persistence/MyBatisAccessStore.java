package dev.redress.persistence;

import dev.redress.access.AccessStore;
import dev.redress.access.ApiKey;
import dev.redress.access.Principal;
import dev.redress.identity.ApiKeyName;
import dev.redress.identity.PrincipalName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps principals and their keys in the database. */
public final class MyBatisAccessStore implements AccessStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAccessStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Principal> find(PrincipalName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.principal()))
        .map(PrincipalRow::toPrincipal);
  }

  @Override
  public Optional<Principal> findBySubject(ProviderName provider, String subject) {
    return call(mapper -> mapper.findBySubject(provider.provider(), subject))
        .map(PrincipalRow::toPrincipal);
  }

  @Override
  public List<Principal> list(ProviderName provider, String afterId, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), afterId, countMax)).stream()
        .map(PrincipalRow::toPrincipal)
        .toList();
  }

  @Override
  public int count(ProviderName provider) {
    return call(mapper -> mapper.count(provider.provider()));
  }

  @Override
  public void hold(ProviderName provider) {
    call(mapper -> mapper.holdProvider(provider.provider()));
  }

  @Override
  public void insert(Principal principal) {
    try {
      call(mapper -> mapper.insert(PrincipalRow.of(principal)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(taken(principal, e), e);
    }
  }

  @Override
  public void update(Principal principal) {
    try {
      if (call(mapper -> mapper.update(PrincipalRow.of(principal))) != 1) {
        throw Refusals.stale(principal.name());
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(taken(principal, e), e);
    }
  }

  private static String taken(Principal principal, DuplicateKeyException taken) {
    return taken.isOf("principal_subject_uk")
        ? "a principal with the subject " + principal.subject()
        : principal.name().toString();
  }

  @Override
  public Optional<ApiKey> findKey(ApiKeyName name) {
    return call(mapper ->
            mapper.findKey(
                name.principal().provider().provider(), name.principal().principal(), name.key()))
        .map(ApiKeyRow::toKey);
  }

  @Override
  public List<ApiKey> listKeys(PrincipalName principal, String afterId, int countMax) {
    return call(
            mapper ->
                mapper.listKeys(
                    principal.provider().provider(), principal.principal(), afterId, countMax))
        .stream()
        .map(ApiKeyRow::toKey)
        .toList();
  }

  @Override
  public int countLiveKeys(PrincipalName principal, Instant now) {
    return call(
        mapper ->
            mapper.countLiveKeys(principal.provider().provider(), principal.principal(), now));
  }

  @Override
  public void insertKey(ApiKey key) {
    call(mapper -> mapper.insertKey(ApiKeyRow.of(key)));
  }

  @Override
  public void updateKey(ApiKey key) {
    Refusals.requireStored(call(mapper -> mapper.updateKey(ApiKeyRow.of(key))), key.name());
  }

  private <T> T call(Function<AccessMapper, T> statement) {
    return transactions.call(AccessMapper.class, statement);
  }
}

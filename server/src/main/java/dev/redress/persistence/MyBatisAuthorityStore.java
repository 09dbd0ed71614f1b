package dev.redress.persistence;

import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.AuthorityLimits;
import dev.redress.dispute.AuthorityStore;
import dev.redress.identity.ProviderName;
import java.util.Currency;
import java.util.function.Function;

/** Keeps what may be conceded in the database. */
public final class MyBatisAuthorityStore implements AuthorityStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAuthorityStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public AuthorityLimits all(ProviderName provider) {
    return new AuthorityLimits(
        call(mapper -> mapper.all(provider.provider())).stream()
            .map(AuthorityLimitRow::toLimit)
            .toList());
  }

  @Override
  public void put(ProviderName provider, AuthorityLimit limit) {
    AuthorityLimitRow row = AuthorityLimitRow.of(provider, limit);
    try {
      if (call(mapper -> mapper.update(row)) == 0) {
        call(mapper -> mapper.insert(row));
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public boolean remove(ProviderName provider, Holder holder, Currency currency) {
    return call(mapper -> mapper.delete(AuthorityLimitRow.key(provider, holder, currency))) == 1;
  }

  private <T> T call(Function<AuthorityMapper, T> statement) {
    return transactions.call(AuthorityMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.escalation.EscalationPolicy;
import dev.redress.escalation.EscalationPolicyStore;
import dev.redress.identity.ProviderName;
import java.util.Optional;
import java.util.function.Function;

/** Keeps escalation policies in the database. */
public final class MyBatisEscalationPolicyStore implements EscalationPolicyStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisEscalationPolicyStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<EscalationPolicy> find(ProviderName provider) {
    return call(mapper -> mapper.find(provider.provider())).map(EscalationPolicyRow::toPolicy);
  }

  @Override
  public void put(EscalationPolicy policy) {
    EscalationPolicyRow row = EscalationPolicyRow.of(policy);
    try {
      int count = call(mapper -> policy.version() == 1 ? mapper.insert(row) : mapper.update(row));
      if (count != 1) {
        throw Refusals.stale(policy.name());
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.stale(policy.name());
    }
  }

  private <T> T call(Function<EscalationPolicyMapper, T> statement) {
    return transactions.call(EscalationPolicyMapper.class, statement);
  }
}

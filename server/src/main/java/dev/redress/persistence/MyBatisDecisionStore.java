package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.matching.MatchDecision;
import dev.redress.reconciliation.Decision;
import dev.redress.reconciliation.DecisionStore;
import java.util.List;
import java.util.function.Function;

/** Keeps decisions in the database. */
public final class MyBatisDecisionStore implements DecisionStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisDecisionStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<MatchDecision> all(CustomerName customer) {
    return call(mapper -> mapper.all(customer.provider().provider(), customer.customer())).stream()
        .map(DecisionRow::toMatchDecision)
        .toList();
  }

  @Override
  public void put(Decision decision) {
    DecisionRow row = DecisionRow.of(decision);
    try {
      transactions.run(
          () -> {
            if (call(mapper -> mapper.update(row)) == 0) {
              call(mapper -> mapper.insert(row));
            }
          });
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private <T> T call(Function<DecisionMapper, T> statement) {
    return transactions.call(DecisionMapper.class, statement);
  }
}

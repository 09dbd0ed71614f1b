package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.matching.MatchDecision;
import dev.redress.reconciliation.Acceptance;
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

  @Override
  public boolean remove(LineName line, String request) {
    return call(
            mapper ->
                mapper.delete(
                    line.provider().provider(),
                    line.customer().customer(),
                    line.invoice().invoice(),
                    line.line(),
                    request))
        > 0;
  }

  @Override
  public void removeConfirmed(LineName line) {
    call(
        mapper ->
            mapper.deleteConfirmed(
                line.provider().provider(),
                line.customer().customer(),
                line.invoice().invoice(),
                line.line()));
  }

  @Override
  public void removeParts(LineName line) {
    call(
        mapper ->
            mapper.deleteParts(
                line.provider().provider(),
                line.customer().customer(),
                line.invoice().invoice(),
                line.line()));
  }

  @Override
  public List<Acceptance> acceptances(CustomerName customer) {
    return call(mapper -> mapper.accepted(customer.provider().provider(), customer.customer()))
        .stream()
        .map(AcceptedLineRow::toAcceptance)
        .toList();
  }

  @Override
  public void accept(Acceptance acceptance) {
    AcceptedLineRow row = AcceptedLineRow.of(acceptance);
    try {
      transactions.run(
          () -> {
            if (call(mapper -> mapper.updateAccepted(row)) == 0) {
              call(mapper -> mapper.insertAccepted(row));
            }
          });
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public boolean removeAcceptance(LineName line) {
    return call(
            mapper ->
                mapper.deleteAccepted(
                    line.provider().provider(),
                    line.customer().customer(),
                    line.invoice().invoice(),
                    line.line()))
        > 0;
  }

  private <T> T call(Function<DecisionMapper, T> statement) {
    return transactions.call(DecisionMapper.class, statement);
  }
}

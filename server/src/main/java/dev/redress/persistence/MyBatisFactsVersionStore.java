package dev.redress.persistence;

import dev.redress.customer.FactsVersionStore;
import dev.redress.identity.CustomerName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Keeps the counts in the rows of the customers. */
public final class MyBatisFactsVersionStore implements FactsVersionStore {

  /** Every transaction locks customers in this order, so that no two wait for each other. */
  private static final Comparator<CustomerName> LOCK_ORDER =
      Comparator.<CustomerName, String>comparing(name -> name.provider().provider())
          .thenComparing(CustomerName::customer);

  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisFactsVersionStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public long current(CustomerName customer) {
    return transactions
        .call(
            CustomerMapper.class,
            mapper -> mapper.factsVersion(customer.provider().provider(), customer.customer()))
        .orElse(0L);
  }

  @Override
  public void advance(Collection<CustomerName> customers) {
    List<CustomerName> ordered = customers.stream().distinct().sorted(LOCK_ORDER).toList();
    transactions.run(() -> ordered.forEach(this::advance));
  }

  @Override
  public boolean hold(CustomerName customer, long expected) {
    return transactions.call(
            CustomerMapper.class,
            mapper ->
                mapper.holdFactsVersion(
                    customer.provider().provider(), customer.customer(), expected))
        == 1;
  }

  private void advance(CustomerName customer) {
    new ErasureHold(transactions).beforeWriting(customer);
    int count =
        transactions.call(
            CustomerMapper.class,
            mapper ->
                mapper.advanceFactsVersion(customer.provider().provider(), customer.customer()));
    Refusals.requireStored(count, customer);
  }
}

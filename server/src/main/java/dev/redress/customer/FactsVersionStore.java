package dev.redress.customer;

import dev.redress.identity.CustomerName;
import java.util.Collection;

/**
 * Counts the changes of each customer's facts (requests, time entries, labor lines, decisions), so
 * that a verdict is never stored on facts that have changed since they were read.
 */
public interface FactsVersionStore {

  /** The count now; 0 for a customer that does not exist. */
  long current(CustomerName customer);

  /**
   * Adds one to the count of each of these customers; in the order of their names.
   *
   * @throws dev.redress.error.RedressException {@code CUSTOMER_ERASED} when one of them was erased
   */
  void advance(Collection<CustomerName> customers);

  /**
   * Holds the count until the transaction ends, so that nobody can advance it.
   *
   * @return whether it still is {@code expected}
   */
  boolean hold(CustomerName customer, long expected);
}

package dev.redress.servicelevel;

import dev.redress.customer.Customer;

/** What counts for the disputes of customers. */
public final class ServiceLevels {
  private final ServiceLevelStore store;

  /** By what is kept. */
  public ServiceLevels(ServiceLevelStore store) {
    this.store = store;
  }

  /** What counts for a dispute of this priority. */
  public ServiceValues of(Customer customer, DisputePriority priority) {
    return ServiceLevel.inForce(
        store.all(customer.name().provider()),
        customer.name().customer(),
        customer.tier(),
        priority);
  }
}

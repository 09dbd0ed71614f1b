package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.identity.CustomerName;
import java.util.List;
import java.util.Optional;

/** Tells rows whom they are about. */
interface KnownCustomers {

  /** The customer with this id of the source. */
  Optional<Customer> find(String customerId);

  /** Those who have a request of this id, at most two, by id. */
  List<CustomerName> ofRequest(String requestId);
}

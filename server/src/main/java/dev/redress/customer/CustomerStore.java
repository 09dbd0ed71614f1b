package dev.redress.customer;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps customers. */
public interface CustomerStore {

  /** The customer, if there is one of this name. */
  Optional<Customer> find(CustomerName name);

  /**
   * The same for one who is going to change it: never from a memory of an earlier read, by which a
   * change of another server would look like none at all.
   */
  default Optional<Customer> findToChange(CustomerName name) {
    return find(name);
  }

  /** The customer, or {@code CUSTOMER_NOT_FOUND}. */
  default Customer require(CustomerName name) {
    return required(find(name), name);
  }

  /** As {@link #findToChange}, or {@code CUSTOMER_NOT_FOUND}. */
  default Customer requireToChange(CustomerName name) {
    return required(findToChange(name), name);
  }

  private static Customer required(Optional<Customer> found, CustomerName name) {
    return found.orElseThrow(
        () ->
            new RedressException(
                ErrorReason.CUSTOMER_NOT_FOUND,
                "there is no customer " + name,
                Map.of("customer", name.toString())));
  }

  /** Customers whose id sorts after {@code afterId}, in the order of ids, at most so many. */
  List<Customer> list(ProviderName provider, String afterId, int countMax);

  /** The content hashes of those of these customers that are stored; at most 1,000 are asked. */
  Map<CustomerName, String> contentHashes(Collection<CustomerName> names);

  /** Those of a provider who were erased: nothing is written about them any more. */
  Set<CustomerName> erased(ProviderName provider);

  /**
   * Stores new customers.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when an id is taken
   */
  void insertAll(List<Customer> customers);

  /**
   * Stores a change: {@code customer.version()} is one more than the stored one.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void update(Customer customer);
}

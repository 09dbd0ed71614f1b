package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.request.RequestStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The customers that are stored, remembered for one pass over a file. */
final class StoredCustomers implements KnownCustomers {
  private static final int REMEMBERED_MAX = 10_000;

  private final ProviderName provider;
  private final CustomerStore customers;
  private final RequestStore requests;
  private final Map<String, Optional<Customer>> byId = new Recent<>();
  private final Map<String, List<CustomerName>> byRequest = new Recent<>();

  /** Of a provider. */
  StoredCustomers(ProviderName provider, CustomerStore customers, RequestStore requests) {
    this.provider = provider;
    this.customers = customers;
    this.requests = requests;
  }

  @Override
  public Optional<Customer> find(String customerId) {
    return byId.computeIfAbsent(customerId, id -> customers.find(new CustomerName(provider, id)));
  }

  @Override
  public List<CustomerName> ofRequest(String requestId) {
    return byRequest.computeIfAbsent(requestId, id -> requests.customersOf(provider, id));
  }

  /** Keeps the entries that were used last. */
  private static final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
      return size() > REMEMBERED_MAX;
    }
  }
}

package dev.redress.ingest;

import dev.redress.customer.Customer;
import dev.redress.customer.CustomerStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import java.util.List;
import java.util.Map;

/** Stores customers. */
final class CustomerTarget implements RowTarget<Customer> {
  private final CustomerStore customers;

  /** In this store. */
  CustomerTarget(CustomerStore customers) {
    this.customers = customers;
  }

  @Override
  public String noun() {
    return "customer";
  }

  @Override
  public Column idColumn() {
    return Column.CUSTOMER_ID;
  }

  @Override
  public String id(Customer row) {
    return row.name().customer();
  }

  @Override
  public String key(Customer row) {
    return id(row);
  }

  @Override
  public CustomerName customer(Customer row) {
    return row.name();
  }

  @Override
  public String resource(Customer row) {
    return row.name().toString();
  }

  @Override
  public String contentHash(Customer row) {
    return row.contentHash();
  }

  @Override
  public Batch<Customer> load(List<Customer> rows) {
    Map<CustomerName, String> stored =
        customers.contentHashes(rows.stream().map(Customer::name).toList());
    return new Batch<>() {
      @Override
      public String storedHash(Customer row) {
        return stored.getOrDefault(row.name(), "");
      }

      @Override
      public void save(List<Customer> created, List<Customer> updated) {
        if (!created.isEmpty()) {
          customers.insertAll(created);
        }
        updated.forEach(CustomerTarget.this::update);
      }
    };
  }

  /** The row says everything of a customer but when it may be called and when it came to be. */
  private void update(Customer row) {
    Customer before =
        customers
            .find(row.name())
            .orElseThrow(
                () ->
                    new RedressException(
                        ErrorReason.CONCURRENT_CHANGE,
                        "a customer was deleted while it was imported: send the file again"));
    customers.update(
        new Customer(
            row.name(),
            row.displayName(),
            row.timeZone(),
            row.tier(),
            row.accountManager(),
            row.phone(),
            row.email(),
            row.annualValue(),
            row.currency(),
            before.calendar(),
            row.attributes(),
            before.createTime(),
            row.updateTime(),
            before.version() + 1));
  }
}

package dev.redress.identity;

import java.util.List;

/**
 * An invoice: {@code providers/{provider}/customers/{customer}/invoices/{invoice}}.
 *
 * @param invoice the source's own id, see {@link SourceId}
 */
public record InvoiceName(CustomerName customer, String invoice) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/customers/{customer}/invoices/{invoice}");

  public InvoiceName {
    SourceId.check("invoice id", invoice);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static InvoiceName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new InvoiceName(new CustomerName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2));
  }

  /** The tenant. */
  public ProviderName provider() {
    return customer.provider();
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(customer.provider().provider(), customer.customer(), invoice);
  }
}

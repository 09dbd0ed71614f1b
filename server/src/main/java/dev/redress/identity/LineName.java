package dev.redress.identity;

import java.util.List;

/**
 * One labor line of an invoice: {@code
 * providers/{provider}/customers/{customer}/invoices/{invoice}/lines/{line}}.
 *
 * @param line the source's own id, see {@link SourceId}
 */
public record LineName(InvoiceName invoice, String line) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/customers/{customer}/invoices/{invoice}/lines/{line}");

  public LineName {
    SourceId.check("line id", line);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static LineName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new LineName(
        new InvoiceName(new CustomerName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2)),
        ids.get(3));
  }

  /** Who was billed. */
  public CustomerName customer() {
    return invoice.customer();
  }

  /** The tenant. */
  public ProviderName provider() {
    return invoice.provider();
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(
        invoice.customer().provider().provider(),
        invoice.customer().customer(),
        invoice.invoice(),
        line);
  }
}

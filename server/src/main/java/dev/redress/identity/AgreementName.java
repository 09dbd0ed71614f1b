package dev.redress.identity;

import java.util.List;

/**
 * The terms that a customer agreed to: {@code
 * providers/{provider}/customers/{customer}/agreements/{agreement}}.
 *
 * @param agreement the source's own id, see {@link SourceId}
 */
public record AgreementName(CustomerName customer, String agreement) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/customers/{customer}/agreements/{agreement}");

  public AgreementName {
    SourceId.check("agreement id", agreement);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static AgreementName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new AgreementName(
        new CustomerName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2));
  }

  /** The tenant. */
  public ProviderName provider() {
    return customer.provider();
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(customer.provider().provider(), customer.customer(), agreement);
  }
}

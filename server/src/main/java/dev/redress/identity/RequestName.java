package dev.redress.identity;

import java.util.List;

/**
 * Something a customer asked for: {@code
 * providers/{provider}/customers/{customer}/requests/{request}}.
 *
 * @param request the source's own id, see {@link SourceId}
 */
public record RequestName(CustomerName customer, String request) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/customers/{customer}/requests/{request}");

  public RequestName {
    SourceId.check("request id", request);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static RequestName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new RequestName(new CustomerName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2));
  }

  /** The tenant. */
  public ProviderName provider() {
    return customer.provider();
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(customer.provider().provider(), customer.customer(), request);
  }
}

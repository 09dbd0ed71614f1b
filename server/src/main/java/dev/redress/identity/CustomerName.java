package dev.redress.identity;

import java.util.List;

/**
 * A client of a provider: {@code providers/{provider}/customers/{customer}}.
 *
 * @param customer the source's own id, see {@link SourceId}
 */
public record CustomerName(ProviderName provider, String customer) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/customers/{customer}");

  public CustomerName {
    SourceId.check("customer id", customer);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static CustomerName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new CustomerName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), customer);
  }
}

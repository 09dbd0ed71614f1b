package dev.redress.identity;

import java.util.List;
import java.util.Optional;

/**
 * Whose data a resource name is about, read from its beginning, whatever its kind.
 *
 * @param customer there when the name is a customer's or of something below it
 */
public record NameScope(ProviderName provider, Optional<CustomerName> customer) {
  private static final String PROVIDERS = "providers";
  private static final String CUSTOMERS = "customers";
  private static final int CUSTOMER_PARTS = 4;

  /**
   * Reads the beginning of a name.
   *
   * @return empty when the text is no name below a provider, and so is refused as a name anyway
   */
  public static Optional<NameScope> of(String name) {
    List<String> parts = List.of(name.split("/", -1));
    if (parts.size() < 2 || !parts.getFirst().equals(PROVIDERS)) {
      return Optional.empty();
    }
    try {
      ProviderName provider = ProviderName.parse(PROVIDERS + "/" + parts.get(1));
      Optional<CustomerName> customer =
          parts.size() >= CUSTOMER_PARTS && parts.get(2).equals(CUSTOMERS)
              ? Optional.of(CustomerName.parse(String.join("/", parts.subList(0, CUSTOMER_PARTS))))
              : Optional.empty();
      return Optional.of(new NameScope(provider, customer));
    } catch (InvalidNameException _) {
      return Optional.empty();
    }
  }
}

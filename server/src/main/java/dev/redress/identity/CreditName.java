package dev.redress.identity;

import java.util.List;

/**
 * Money given back for a disputed line: {@code providers/{provider}/credits/{credit}}.
 *
 * @param credit 1 to 63 lower-case letters, digits and hyphens
 */
public record CreditName(ProviderName provider, String credit) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/credits/{credit}");

  public CreditName {
    GivenId.check("credit id", credit);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static CreditName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new CreditName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), credit);
  }
}

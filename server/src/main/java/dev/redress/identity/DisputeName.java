package dev.redress.identity;

import java.util.List;

/**
 * The case of one customer over one invoice: {@code providers/{provider}/disputes/{dispute}}.
 *
 * @param dispute 1 to 63 lower-case letters, digits and hyphens
 */
public record DisputeName(ProviderName provider, String dispute) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/disputes/{dispute}");

  public DisputeName {
    GivenId.check("dispute id", dispute);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static DisputeName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new DisputeName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), dispute);
  }
}

package dev.redress.identity;

import java.util.List;

/**
 * What differs for some customers: {@code providers/{provider}/serviceLevels/{serviceLevel}}.
 *
 * @param serviceLevel 1 to 63 lower-case letters, digits and hyphens
 */
public record ServiceLevelName(ProviderName provider, String serviceLevel) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/serviceLevels/{serviceLevel}");

  public ServiceLevelName {
    GivenId.check("service level id", serviceLevel);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static ServiceLevelName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new ServiceLevelName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), serviceLevel);
  }
}

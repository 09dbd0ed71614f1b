package dev.redress.identity;

import java.util.List;

/**
 * A person or system that may call: {@code providers/{provider}/principals/{principal}}.
 *
 * @param principal 1 to 63 lower-case letters, digits and hyphens
 */
public record PrincipalName(ProviderName provider, String principal) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/principals/{principal}");

  public PrincipalName {
    GivenId.check("principal id", principal);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static PrincipalName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new PrincipalName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), principal);
  }
}

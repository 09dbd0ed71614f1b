package dev.redress.identity;

import java.util.List;

/**
 * A key of a principal: {@code providers/{provider}/principals/{principal}/apiKeys/{api_key}}.
 *
 * @param key 1 to 63 lower-case letters, digits and hyphens
 */
public record ApiKeyName(PrincipalName principal, String key) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/principals/{principal}/apiKeys/{api_key}");

  public ApiKeyName {
    GivenId.check("key id", key);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static ApiKeyName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new ApiKeyName(new PrincipalName(new ProviderName(ids.get(0)), ids.get(1)), ids.get(2));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(principal.provider().provider(), principal.principal(), key);
  }
}

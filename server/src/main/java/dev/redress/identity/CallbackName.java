package dev.redress.identity;

import java.util.List;

/**
 * A promised phone call: {@code providers/{provider}/callbacks/{callback}}.
 *
 * @param callback 1 to 63 lower-case letters, digits and hyphens
 */
public record CallbackName(ProviderName provider, String callback) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/callbacks/{callback}");

  public CallbackName {
    GivenId.check("callback id", callback);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static CallbackName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new CallbackName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), callback);
  }
}

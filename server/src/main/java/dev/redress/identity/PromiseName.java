package dev.redress.identity;

import java.util.List;

/**
 * What was promised on a call: {@code providers/{provider}/promises/{promise}}.
 *
 * @param promise 1 to 63 lower-case letters, digits and hyphens
 */
public record PromiseName(ProviderName provider, String promise) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/promises/{promise}");

  public PromiseName {
    GivenId.check("promise id", promise);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static PromiseName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new PromiseName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), promise);
  }
}

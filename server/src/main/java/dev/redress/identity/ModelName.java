package dev.redress.identity;

import java.util.List;

/**
 * One version of the numbers that a provider's lines are matched by: {@code
 * providers/{provider}/models/{model}}. Versions that ship are among every provider's.
 *
 * @param model 1 to 63 lower-case letters, digits and hyphens
 */
public record ModelName(ProviderName provider, String model) {

  private static final NamePattern PATTERN = new NamePattern("providers/{provider}/models/{model}");

  public ModelName {
    GivenId.check("model id", model);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static ModelName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new ModelName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), model);
  }
}

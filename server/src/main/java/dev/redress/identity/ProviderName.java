package dev.redress.identity;

import java.util.regex.Pattern;

/**
 * A managed-service provider, the tenant: {@code providers/{provider}}.
 *
 * @param provider 1 to 63 lower-case letters, digits and hyphens, beginning with a letter and not
 *     ending with a hyphen (AIP-122)
 */
public record ProviderName(String provider) {

  private static final Pattern ID = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  /** The pattern of the resource name. */
  static final NamePattern PATTERN = new NamePattern("providers/{provider}");

  public ProviderName {
    if (!ID.matcher(provider).matches()) {
      throw new InvalidNameException(
          "provider '"
              + SourceId.shown(provider)
              + "' must be 1 to 63 lower-case letters, digits and hyphens, begin with a letter and"
              + " not end with a hyphen");
    }
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of a provider
   */
  public static ProviderName parse(String name) {
    return new ProviderName(PATTERN.parse(name).getFirst());
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider);
  }
}

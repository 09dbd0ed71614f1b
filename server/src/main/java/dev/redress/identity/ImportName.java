package dev.redress.identity;

import java.util.List;

/**
 * One import of a file: {@code providers/{provider}/imports/{import}}.
 *
 * @param importId 1 to 63 lower-case letters, digits and hyphens
 */
public record ImportName(ProviderName provider, String importId) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/imports/{import}");

  public ImportName {
    GivenId.check("import id", importId);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static ImportName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new ImportName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), importId);
  }
}

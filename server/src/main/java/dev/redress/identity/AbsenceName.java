package dev.redress.identity;

import java.util.List;

/**
 * A time in which a person is away: {@code providers/{provider}/absences/{absence}}.
 *
 * @param absence 1 to 63 lower-case letters, digits and hyphens
 */
public record AbsenceName(ProviderName provider, String absence) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/absences/{absence}");

  public AbsenceName {
    GivenId.check("absence id", absence);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static AbsenceName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new AbsenceName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), absence);
  }
}

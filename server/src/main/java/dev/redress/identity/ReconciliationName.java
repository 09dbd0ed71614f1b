package dev.redress.identity;

import java.util.List;

/**
 * One run over lines and requests: {@code providers/{provider}/reconciliations/{reconciliation}}.
 *
 * @param reconciliation 1 to 63 lower-case letters, digits and hyphens
 */
public record ReconciliationName(ProviderName provider, String reconciliation) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/reconciliations/{reconciliation}");

  public ReconciliationName {
    GivenId.check("reconciliation id", reconciliation);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static ReconciliationName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new ReconciliationName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), reconciliation);
  }
}

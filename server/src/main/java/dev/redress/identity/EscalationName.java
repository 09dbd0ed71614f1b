package dev.redress.identity;

import java.util.List;

/**
 * One level that a callback reached: {@code providers/{provider}/escalations/{escalation}}.
 *
 * @param escalation 1 to 63 lower-case letters, digits and hyphens
 */
public record EscalationName(ProviderName provider, String escalation) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/escalations/{escalation}");

  public EscalationName {
    GivenId.check("escalation id", escalation);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static EscalationName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new EscalationName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), escalation);
  }
}

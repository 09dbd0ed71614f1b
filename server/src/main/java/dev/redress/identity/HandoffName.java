package dev.redress.identity;

import java.util.List;

/**
 * A change of the owner of a dispute: {@code providers/{provider}/handoffs/{handoff}}.
 *
 * @param handoff 1 to 63 lower-case letters, digits and hyphens
 */
public record HandoffName(ProviderName provider, String handoff) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/handoffs/{handoff}");

  public HandoffName {
    GivenId.check("handoff id", handoff);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static HandoffName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new HandoffName(new ProviderName(ids.get(0)), ids.get(1));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider(), handoff);
  }
}

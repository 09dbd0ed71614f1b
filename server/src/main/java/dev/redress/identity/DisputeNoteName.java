package dev.redress.identity;

import java.util.List;

/**
 * A note about a dispute: {@code providers/{provider}/disputes/{dispute}/notes/{note}}.
 *
 * @param number from 1, counted within the dispute
 */
public record DisputeNoteName(DisputeName dispute, int number) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/disputes/{dispute}/notes/{note}");

  public DisputeNoteName {
    OrdinalId.check(number);
  }

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static DisputeNoteName parse(String name) {
    List<String> ids = PATTERN.parse(name);
    return new DisputeNoteName(
        new DisputeName(new ProviderName(ids.get(0)), ids.get(1)), OrdinalId.parse(ids.get(2)));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(
        dispute.provider().provider(), dispute.dispute(), Integer.toString(number));
  }
}

package dev.redress.identity;

/** What a provider looks for: {@code providers/{provider}/findingRules}. */
public record FindingRulesName(ProviderName provider) {

  private static final NamePattern PATTERN = new NamePattern("providers/{provider}/findingRules");

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static FindingRulesName parse(String name) {
    return new FindingRulesName(new ProviderName(PATTERN.parse(name).getFirst()));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider());
  }
}

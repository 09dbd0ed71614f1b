package dev.redress.identity;

/** The one escalation policy of a provider: {@code providers/{provider}/escalationPolicy}. */
public record EscalationPolicyName(ProviderName provider) {

  private static final NamePattern PATTERN =
      new NamePattern("providers/{provider}/escalationPolicy");

  /**
   * Reads a resource name.
   *
   * @throws InvalidNameException when it is not one of this kind
   */
  public static EscalationPolicyName parse(String name) {
    return new EscalationPolicyName(new ProviderName(PATTERN.parse(name).getFirst()));
  }

  /** The resource name. */
  @Override
  public String toString() {
    return PATTERN.format(provider.provider());
  }
}

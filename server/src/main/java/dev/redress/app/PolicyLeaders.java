package dev.redress.app;

import dev.redress.escalation.EscalationPolicyStore;
import dev.redress.identity.ProviderName;
import dev.redress.resolution.Leaders;

/** Who leads whom, as the escalation policy of each provider says. */
record PolicyLeaders(EscalationPolicyStore policies) implements Leaders {
  @Override
  public String lead(ProviderName provider) {
    return policies.inForce(provider).lead();
  }

  @Override
  public String superior(ProviderName provider) {
    return policies.inForce(provider).superior();
  }
}

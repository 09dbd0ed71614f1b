package dev.redress.escalation;

import dev.redress.identity.ProviderName;
import java.util.Optional;

/** Keeps the escalation policies that differ from the one that ships. */
public interface EscalationPolicyStore {

  /** The policy that a provider has set, if it has. */
  Optional<EscalationPolicy> find(ProviderName provider);

  /** The policy that counts for a provider. */
  default EscalationPolicy inForce(ProviderName provider) {
    return find(provider).orElseGet(() -> EscalationPolicy.standard(provider));
  }

  /**
   * Stores a policy: {@code policy.version()} is one more than the stored one, 1 for the first.
   *
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void put(EscalationPolicy policy);
}

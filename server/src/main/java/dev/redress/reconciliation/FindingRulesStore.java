package dev.redress.reconciliation;

import dev.redress.finding.FindingRules;
import dev.redress.identity.ProviderName;

/** Keeps what providers look for. */
public interface FindingRulesStore {

  /** The rules of a provider; those that are shipped, as version 0, where it has none. */
  Versioned find(ProviderName provider);

  /**
   * Stores rules.
   *
   * @param rules of a version one above the stored one
   * @throws dev.redress.error.RedressException {@code STALE_VERSION} when it is not
   */
  void put(ProviderName provider, Versioned rules);

  /** Rules with the number of their changes. */
  record Versioned(FindingRules rules, long version) {}
}

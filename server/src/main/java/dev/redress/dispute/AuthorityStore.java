package dev.redress.dispute;

import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.identity.ProviderName;
import java.util.Currency;

/** Keeps what may be conceded. */
public interface AuthorityStore {
  /** Most limits of a provider. */
  int LIMITS_MAX = 1_000;

  /** All limits of a provider. */
  AuthorityLimits all(ProviderName provider);

  /** Stores a limit in the place of the one of the same holder and currency. */
  void put(ProviderName provider, AuthorityLimit limit);

  /**
   * Takes a limit away.
   *
   * @return whether there was one
   */
  boolean remove(ProviderName provider, Holder holder, Currency currency);
}

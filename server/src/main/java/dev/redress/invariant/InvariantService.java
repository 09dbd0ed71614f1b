package dev.redress.invariant;

import dev.redress.customer.ProviderStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.ProviderName;
import dev.redress.transaction.Transactions;
import java.util.Arrays;
import java.util.List;

/** Checks that what must be true at all times is true of a provider's live data. */
public final class InvariantService {
  /** Most violations that are named of one invariant. */
  public static final int VIOLATIONS_MAX = 100;

  private final Transactions transactions;
  private final ProviderStore providers;
  private final InvariantStore invariants;

  /** Over the live data. */
  public InvariantService(
      Transactions transactions, ProviderStore providers, InvariantStore invariants) {
    this.transactions = transactions;
    this.providers = providers;
    this.invariants = invariants;
  }

  /** How each invariant fares, in their order; {@code PROVIDER_NOT_FOUND}. */
  public List<Check> verify(ProviderName provider) {
    return transactions.run(
        () -> {
          if (providers.find(provider).isEmpty()) {
            throw new RedressException(
                ErrorReason.PROVIDER_NOT_FOUND, "there is no provider " + provider.provider());
          }
          return Arrays.stream(Invariant.values())
              .map(
                  invariant ->
                      new Check(
                          invariant,
                          invariants.checked(provider, invariant),
                          invariants.violations(provider, invariant, VIOLATIONS_MAX)))
              .toList();
        });
  }

  /**
   * How one invariant fares.
   *
   * @param checked how many things were looked at
   * @param violations empty when it holds
   */
  public record Check(Invariant invariant, long checked, List<Violation> violations) {}
}

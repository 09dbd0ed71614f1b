package dev.redress.resolution;

import dev.redress.customer.ProviderStore;
import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.AuthorityLimits;
import dev.redress.dispute.AuthorityStore;
import dev.redress.dispute.Role;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.ProviderName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.Currency;
import java.util.Map;

/** The use cases of those who say who may concede what. */
public final class AuthorityService {
  private final Transactions transactions;
  private final ProviderStore providers;
  private final AuthorityStore limits;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public AuthorityService(
      Transactions transactions,
      ProviderStore providers,
      AuthorityStore limits,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.providers = providers;
    this.limits = limits;
    this.journal = journal;
    this.clock = clock;
  }

  /** All limits of a provider, at most {@link AuthorityStore#LIMITS_MAX}. */
  public AuthorityLimits list(ProviderName provider) {
    return transactions.run(
        () -> {
          require(provider);
          return limits.all(provider);
        });
  }

  /**
   * Sets a limit, in the place of the one of the same holder and currency.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}, {@code TOO_LARGE} when there are as many
   *     as there may be
   */
  public AuthorityLimit set(ProviderName provider, AuthorityLimit limit, Actor actor) {
    return transactions.run(
        () -> {
          require(provider);
          if (limits.all(provider).all().size() >= AuthorityStore.LIMITS_MAX) {
            throw new RedressException(
                ErrorReason.TOO_LARGE,
                provider + " has " + AuthorityStore.LIMITS_MAX + " limits; remove one first");
          }
          limits.put(provider, limit);
          record(
              provider,
              "authority_limit.set",
              Map.of("holder", text(limit.holder()), "limit", limit.limit().toString()),
              actor);
          return limit;
        });
  }

  /**
   * Takes a limit away; if there is none, nothing changes.
   *
   * @throws RedressException {@code PROVIDER_NOT_FOUND}
   */
  public void remove(ProviderName provider, Holder holder, Currency currency, Actor actor) {
    transactions.run(
        () -> {
          require(provider);
          if (limits.remove(provider, holder, currency)) {
            record(
                provider,
                "authority_limit.removed",
                Map.of("holder", text(holder), "currency", currency.getCurrencyCode()),
                actor);
          }
        });
  }

  private void record(
      ProviderName provider, String action, Map<String, String> details, Actor actor) {
    journal.append(
        new JournalEntry(
            provider, clock.instant(), actor, action, provider.toString(), "", details));
  }

  private void require(ProviderName provider) {
    if (providers.find(provider).isEmpty()) {
      throw new RedressException(
          ErrorReason.PROVIDER_NOT_FOUND,
          "there is no provider " + provider,
          Map.of("provider", provider.toString()));
    }
  }

  private static String text(Holder holder) {
    return switch (holder) {
      case Holder.OfRole(Role role) -> role.name();
      case Holder.OfPerson(String person) -> person;
      case Holder.Goodwill() -> "goodwill";
    };
  }
}

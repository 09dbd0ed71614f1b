package dev.redress.dispute;

import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The limits of a provider, and what follows from them. A person's own limit counts before those of
 * its roles, of which the highest counts. A provider without any limit sets none; as soon as there
 * is one, who has none in a currency may concede nothing in it.
 */
public record AuthorityLimits(List<AuthorityLimit> all) {

  public AuthorityLimits {
    all = List.copyOf(all);
  }

  /** How much somebody may concede on one dispute; empty: any amount. */
  public Optional<Money> of(String person, Set<Role> roles, Currency currency) {
    if (all.stream().allMatch(limit -> limit.holder() instanceof Holder.Goodwill)) {
      return Optional.empty();
    }
    Optional<Money> own = highest(currency, holder -> holder.equals(new Holder.OfPerson(person)));
    return Optional.of(
        own.or(
                () ->
                    highest(
                        currency,
                        holder ->
                            holder instanceof Holder.OfRole(Role role) && roles.contains(role)))
            .orElse(Money.zero(currency)));
  }

  /** Whether somebody may concede so much. */
  public boolean allows(String person, Set<Role> roles, Money amount) {
    return of(person, roles, amount.currency())
        .map(limit -> amount.compareTo(limit) <= 0)
        .orElse(true);
  }

  /** Up to how much a proposal needs no approval; nothing where the provider has not said. */
  public Money goodwill(Currency currency) {
    return highest(currency, holder -> holder instanceof Holder.Goodwill)
        .orElse(Money.zero(currency));
  }

  /** Those whose limit covers an amount, for people. */
  public List<String> whoMay(Money amount) {
    return all.stream()
        .filter(limit -> limit.limit().currency().equals(amount.currency()))
        .filter(limit -> limit.limit().compareTo(amount) >= 0)
        .flatMap(
            limit ->
                switch (limit.holder()) {
                  case Holder.OfRole(Role role) -> Optional.of(role.name()).stream();
                  case Holder.OfPerson(String person) -> Optional.of(person).stream();
                  case Holder.Goodwill() -> Optional.<String>empty().stream();
                })
        .sorted()
        .toList();
  }

  private Optional<Money> highest(Currency currency, Predicate<Holder> isMeant) {
    return all.stream()
        .filter(limit -> isMeant.test(limit.holder()))
        .map(AuthorityLimit::limit)
        .filter(limit -> limit.currency().equals(currency))
        .max(Comparator.naturalOrder());
  }
}

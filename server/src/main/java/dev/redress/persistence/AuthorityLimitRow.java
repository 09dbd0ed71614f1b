package dev.redress.persistence;

import dev.redress.dispute.AuthorityLimit;
import dev.redress.dispute.AuthorityLimit.Holder;
import dev.redress.dispute.Role;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.util.Currency;

/** A row of the table authority_limit. */
record AuthorityLimitRow(
    String providerId, String holderKind, String holder, String currency, long limitMinor) {
  private static final String ROLE = "ROLE";
  private static final String PERSON = "PERSON";
  private static final String GOODWILL = "GOODWILL";

  static AuthorityLimitRow of(ProviderName provider, AuthorityLimit limit) {
    return of(provider, limit.holder(), limit.limit().currency(), limit.limit().minorUnits());
  }

  static AuthorityLimitRow key(ProviderName provider, Holder holder, Currency currency) {
    return of(provider, holder, currency, 0);
  }

  AuthorityLimit toLimit() {
    Holder ofKind =
        switch (holderKind) {
          case ROLE -> new Holder.OfRole(Role.valueOf(holder));
          case PERSON -> new Holder.OfPerson(holder);
          default -> new Holder.Goodwill();
        };
    return new AuthorityLimit(ofKind, new Money(limitMinor, Currency.getInstance(currency)));
  }

  private static AuthorityLimitRow of(
      ProviderName provider, Holder holder, Currency currency, long limitMinor) {
    String id = provider.provider();
    String code = currency.getCurrencyCode();
    return switch (holder) {
      case Holder.OfRole(Role role) ->
          new AuthorityLimitRow(id, ROLE, role.name(), code, limitMinor);
      case Holder.OfPerson(String person) ->
          new AuthorityLimitRow(id, PERSON, person, code, limitMinor);
      case Holder.Goodwill() -> new AuthorityLimitRow(id, GOODWILL, "-", code, limitMinor);
    };
  }
}

package dev.redress.agreement;

import dev.redress.identity.AgreementName;
import dev.redress.identity.ContentHash;
import dev.redress.identity.CustomerName;
import dev.redress.money.Rate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The contract terms of a customer for work that is done from one day to another. The day of the
 * work decides, and not that of the invoice.
 *
 * @param validFrom its first day, in the customer's time zone
 * @param validUntil its last day, not before the first; absent: until further notice
 * @param currency of every rate in it
 * @param included hours that are paid for; absent: none
 * @param version 1 when created, one more with each change
 */
public record Agreement(
    AgreementName name,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    Currency currency,
    RateCard rates,
    @Nullable IncludedHours included,
    Rounding rounding,
    WorkScope scope,
    Instant createTime,
    Instant updateTime,
    long version) {

  public Agreement {
    if (validUntil != null && validUntil.isBefore(validFrom)) {
      throw new IllegalArgumentException(
          "the last day, " + validUntil + ", is before the first, " + validFrom);
    }
    for (RateRule rule : rates.rules()) {
      requireCurrency(currency, rule.rate());
    }
    if (included != null && included.overrunRate() != null) {
      requireCurrency(currency, included.overrunRate());
    }
  }

  /** The same terms as they are stored under a name. */
  public Agreement stored(AgreementName as, Instant created, Instant updated, long number) {
    return new Agreement(
        as,
        validFrom,
        validUntil,
        currency,
        rates,
        included,
        rounding,
        scope,
        created,
        updated,
        number);
  }

  /** Whose terms they are. */
  public CustomerName customer() {
    return name.customer();
  }

  /** Whether work of this day is under it. */
  public boolean isInForce(LocalDate workDate) {
    return !workDate.isBefore(validFrom) && (validUntil == null || !workDate.isAfter(validUntil));
  }

  /** Whether some day is under both. */
  public boolean overlaps(Agreement other) {
    return (validUntil == null || !other.validFrom.isAfter(validUntil))
        && (other.validUntil == null || !validFrom.isAfter(other.validUntil));
  }

  /**
   * Whether the agreement pays for this kind of work by itself: up to the included hours where it
   * has any, else without a limit. What is excluded is never covered; where kinds of work are named
   * as covered only these are, and where none is named all the others are if hours are included.
   */
  public boolean covers(String workType) {
    if (excludes(workType)) {
      return false;
    }
    return scope.covered().isEmpty() ? included != null : scope.namesCovered(workType);
  }

  /** Whether the agreement leaves this kind of work out. */
  public boolean excludes(String workType) {
    return scope.namesExcluded(workType);
  }

  /** The price that was agreed for the work; empty: none was. */
  public Optional<Rate> rateFor(Work work) {
    return rates.ruleFor(work).map(RateRule::rate);
  }

  /**
   * The price of an hour beyond the included ones: for covered work the overrun rate where there is
   * one, else as {@link #rateFor}.
   */
  public Optional<Rate> overrunRateFor(Work work) {
    @Nullable Rate overrun = included == null ? null : included.overrunRate();
    return overrun != null && covers(work.workType()) ? Optional.of(overrun) : rateFor(work);
  }

  /** Its days, for people, such as {@code from 2026-01-01 to 2026-12-31}. */
  public String days() {
    return "from " + validFrom + (validUntil == null ? " on" : " to " + validUntil);
  }

  /** Changes when any of its terms does. */
  public String contentHash() {
    List<@Nullable Object> parts = new ArrayList<>();
    Collections.addAll(parts, validFrom, validUntil, currency);
    Collections.addAll(
        parts, rounding.incrementMinutes(), rounding.minimumMinutes(), rounding.per());
    if (included != null) {
      Collections.addAll(
          parts,
          included.hours(),
          included.period(),
          included.carryOverMax(),
          included.overrunRate());
    }
    parts.add(scope.covered().size());
    parts.addAll(scope.covered());
    parts.add(scope.excluded().size());
    parts.addAll(scope.excluded());
    for (RateRule rule : rates.rules()) {
      Collections.addAll(
          parts, rule.role(), rule.technician(), rule.workType(), rule.timeOfWork(), rule.rate());
    }
    return ContentHash.of(parts.toArray());
  }

  private static void requireCurrency(Currency currency, Rate rate) {
    if (!rate.currency().equals(currency)) {
      throw new IllegalArgumentException(
          "the rate " + rate + " is not in " + currency + ", the currency of the agreement");
    }
  }
}

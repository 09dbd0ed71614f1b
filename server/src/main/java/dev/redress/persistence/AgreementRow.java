package dev.redress.persistence;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.IncludedHours;
import dev.redress.agreement.RateCard;
import dev.redress.agreement.Rounding;
import dev.redress.agreement.WorkScope;
import dev.redress.identity.AgreementName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table agreement.
 *
 * @param includedHours with it the next two
 */
record AgreementRow(
    String providerId,
    String customerId,
    String agreementId,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    String currency,
    @Nullable Long includedHours,
    @Nullable String includedPeriod,
    @Nullable Long carryOverHours,
    @Nullable Long overrunRateTenThousandths,
    int roundingMinutes,
    int minimumMinutes,
    String roundingPer,
    String coveredWorkTypes,
    String excludedWorkTypes,
    Instant createTime,
    Instant updateTime,
    long version) {
  private static final String SEPARATOR = "\n";

  static AgreementRow of(Agreement agreement) {
    IncludedHours included = agreement.included();
    Rate overrun = included == null ? null : included.overrunRate();
    Rounding rounding = agreement.rounding();
    return new AgreementRow(
        agreement.name().provider().provider(),
        agreement.customer().customer(),
        agreement.name().agreement(),
        agreement.validFrom(),
        agreement.validUntil(),
        agreement.currency().getCurrencyCode(),
        included == null ? null : included.hours().tenThousandths(),
        included == null ? null : included.period().name(),
        included == null ? null : included.carryOverMax().tenThousandths(),
        overrun == null ? null : overrun.tenThousandths(),
        rounding.incrementMinutes(),
        rounding.minimumMinutes(),
        rounding.per().name(),
        String.join(SEPARATOR, agreement.scope().covered()),
        String.join(SEPARATOR, agreement.scope().excluded()),
        agreement.createTime(),
        agreement.updateTime(),
        agreement.version());
  }

  AgreementName name() {
    return new AgreementName(
        new CustomerName(new ProviderName(providerId), customerId), agreementId);
  }

  /**
   * The agreement.
   *
   * @param rates its rate card, in order
   */
  Agreement toAgreement(List<AgreementRateRow> rates) {
    Currency money = Currency.getInstance(currency);
    return new Agreement(
        name(),
        validFrom,
        validUntil,
        money,
        new RateCard(rates.stream().map(row -> row.toRule(money)).toList()),
        included(money),
        new Rounding(roundingMinutes, minimumMinutes, Rounding.Per.valueOf(roundingPer)),
        new WorkScope(split(coveredWorkTypes), split(excludedWorkTypes)),
        createTime,
        updateTime,
        version);
  }

  private @Nullable IncludedHours included(Currency money) {
    if (includedHours == null || includedPeriod == null || carryOverHours == null) {
      return null;
    }
    return new IncludedHours(
        new Hours(includedHours),
        IncludedHours.Period.valueOf(includedPeriod),
        new Hours(carryOverHours),
        overrunRateTenThousandths == null ? null : new Rate(overrunRateTenThousandths, money));
  }

  private static List<String> split(String lines) {
    return lines.isEmpty() ? List.of() : List.of(lines.split(SEPARATOR, -1));
  }
}

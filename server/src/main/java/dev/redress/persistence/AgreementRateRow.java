package dev.redress.persistence;

import dev.redress.agreement.Agreement;
import dev.redress.agreement.RateRule;
import dev.redress.agreement.TimeOfWork;
import dev.redress.money.Rate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;

/**
 * A row of the table agreement_rate.
 *
 * @param ordinal the place of the rule in its card, from 1
 */
record AgreementRateRow(
    String providerId,
    String customerId,
    String agreementId,
    int ordinal,
    String role,
    String technician,
    String workType,
    String timeOfWork,
    long rateTenThousandths) {

  static List<AgreementRateRow> of(Agreement agreement) {
    List<AgreementRateRow> rows = new ArrayList<>();
    for (RateRule rule : agreement.rates().rules()) {
      rows.add(
          new AgreementRateRow(
              agreement.name().provider().provider(),
              agreement.customer().customer(),
              agreement.name().agreement(),
              rows.size() + 1,
              rule.role(),
              rule.technician(),
              rule.workType(),
              rule.timeOfWork().name(),
              rule.rate().tenThousandths()));
    }
    return rows;
  }

  RateRule toRule(Currency currency) {
    return new RateRule(
        role,
        technician,
        workType,
        TimeOfWork.valueOf(timeOfWork),
        new Rate(rateTenThousandths, currency));
  }
}

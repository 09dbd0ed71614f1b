package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.money.Rate;
import dev.redress.time.Hours;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table labor_line with the currency of its invoice.
 *
 * @param hours in 1/10,000 h
 */
record LaborLineRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    LocalDate workDate,
    String technician,
    long hours,
    @Nullable Long rateTenThousandths,
    long amountMinor,
    String description,
    String reference,
    String workType,
    String attributes,
    String contentHash,
    String currency) {

  static LaborLineRow of(LaborLine line) {
    Rate rate = line.rate();
    return new LaborLineRow(
        line.name().provider().provider(),
        line.customer().customer(),
        line.name().invoice().invoice(),
        line.name().line(),
        line.workDate(),
        line.technician(),
        line.hours().tenThousandths(),
        rate == null ? null : rate.tenThousandths(),
        line.amount().minorUnits(),
        line.description(),
        line.reference(),
        line.workType(),
        AttributesJson.write(line.attributes()),
        line.contentHash(),
        line.amount().currency().getCurrencyCode());
  }

  LaborLine toLine() {
    Currency inCurrency = Currency.getInstance(currency);
    return new LaborLine(
        new LineName(
            new InvoiceName(new CustomerName(new ProviderName(providerId), customerId), invoiceId),
            lineId),
        workDate,
        technician,
        new Hours(hours),
        rateTenThousandths == null ? null : new Rate(rateTenThousandths, inCurrency),
        new Money(amountMinor, inCurrency),
        description,
        reference,
        workType,
        AttributesJson.read(attributes));
  }
}

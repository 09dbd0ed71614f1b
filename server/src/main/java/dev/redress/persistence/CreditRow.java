package dev.redress.persistence;

import dev.redress.dispute.Credit;
import dev.redress.dispute.DisputeReason;
import dev.redress.identity.CreditName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table credit.
 *
 * @param previousOrdinal with {@code creditedBeforeMinor} what ties a credit to the one before (I4)
 * @param reversedMinor the amount of the credit that it takes back
 */
record CreditRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    int ordinal,
    @Nullable Integer previousOrdinal,
    String creditId,
    String disputeId,
    DisputeReason reason,
    String currency,
    long amountMinor,
    long invoicedMinor,
    long creditedBeforeMinor,
    long creditedAfterMinor,
    @Nullable String reversedCreditId,
    @Nullable Long reversedMinor,
    String remark,
    Instant createTime) {

  static CreditRow of(Credit credit) {
    CreditName reversed = credit.reversed();
    LineName line = credit.line();
    return new CreditRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        credit.ordinal(),
        credit.ordinal() == 1 ? null : credit.ordinal() - 1,
        credit.name().credit(),
        credit.dispute().dispute(),
        credit.reason(),
        credit.amount().currency().getCurrencyCode(),
        credit.amount().minorUnits(),
        credit.invoiced().minorUnits(),
        credit.creditedBefore().minorUnits(),
        credit.creditedAfter().minorUnits(),
        reversed == null ? null : reversed.credit(),
        reversed == null ? null : -credit.amount().minorUnits(),
        credit.remark(),
        credit.createTime());
  }

  Credit toCredit() {
    ProviderName provider = new ProviderName(providerId);
    Currency inCurrency = Currency.getInstance(currency);
    return new Credit(
        new CreditName(provider, creditId),
        new DisputeName(provider, disputeId),
        new LineName(new InvoiceName(new CustomerName(provider, customerId), invoiceId), lineId),
        reason,
        ordinal,
        new Money(amountMinor, inCurrency),
        new Money(invoicedMinor, inCurrency),
        new Money(creditedBeforeMinor, inCurrency),
        reversedCreditId == null ? null : new CreditName(provider, reversedCreditId),
        remark,
        createTime);
  }
}

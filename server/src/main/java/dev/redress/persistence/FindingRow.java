package dev.redress.persistence;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingMode;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import dev.redress.reconciliation.Dismissal;
import dev.redress.reconciliation.KnownFinding;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table finding, beside the invoice's currency and the dismissal that holds for it.
 *
 * @param contentHash of the line as it was dismissed; absent with the three after it where no
 *     dismissal holds
 * @param sameLine whether the line is as it was when it was looked at
 */
record FindingRow(
    String providerId,
    String customerId,
    String invoiceId,
    String lineId,
    FindingCode code,
    FindingMode mode,
    String billed,
    String expected,
    String ruleText,
    String related,
    long atStakeMinor,
    String currency,
    @Nullable String contentHash,
    @Nullable String reason,
    @Nullable String actor,
    @Nullable Instant dismissTime,
    boolean sameLine) {

  static FindingRow of(Finding finding, FindingMode mode) {
    LineName line = finding.line();
    return new FindingRow(
        line.provider().provider(),
        line.customer().customer(),
        line.invoice().invoice(),
        line.line(),
        finding.code(),
        mode,
        finding.billed(),
        finding.expected(),
        finding.rule(),
        finding.related(),
        finding.atStake().minorUnits(),
        finding.atStake().currency().getCurrencyCode(),
        null,
        null,
        null,
        null,
        true);
  }

  KnownFinding toKnownFinding() {
    CustomerName customer = new CustomerName(new ProviderName(providerId), customerId);
    LineName line = new LineName(new InvoiceName(customer, invoiceId), lineId);
    return new KnownFinding(
        new Finding(
            line,
            code,
            billed,
            expected,
            ruleText,
            related,
            new Money(atStakeMinor, Currency.getInstance(currency))),
        mode,
        contentHash == null || reason == null || actor == null || dismissTime == null
            ? null
            : new Dismissal(line, code, contentHash, reason, new Actor(actor), dismissTime),
        sameLine);
  }
}

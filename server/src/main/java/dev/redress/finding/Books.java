package dev.redress.finding;

import dev.redress.agreement.Agreements;
import dev.redress.identity.InvoiceName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.LaborLine;
import dev.redress.money.Money;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Hours;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All that is known about a customer whose lines are looked at, but for the lines.
 *
 * @param rules of its provider
 * @param calendar of the customer, which says what is after hours
 * @param invoices that its lines are on
 * @param invoiceSums what the stored lines of each of these come to, as they were billed
 * @param requests by the source's id
 * @param timeEntries by the source's id
 * @param step up to which the hours of an entry are rounded where nothing is agreed, see {@link
 *     dev.redress.matching.BillingStep}
 */
public record Books(
    FindingRules rules,
    BusinessCalendar calendar,
    Map<InvoiceName, Invoice> invoices,
    Map<InvoiceName, Money> invoiceSums,
    Map<String, Request> requests,
    Map<String, TimeEntry> timeEntries,
    Agreements agreements,
    Elsewhere elsewhere,
    Hours step) {

  /** The same with more that is known of other customers. */
  public Books with(Elsewhere more) {
    return new Books(
        rules,
        calendar,
        invoices,
        invoiceSums,
        requests,
        timeEntries,
        agreements,
        elsewhere.and(more),
        step);
  }

  /** What lines of each invoice come to. */
  public static Map<InvoiceName, Money> sums(Collection<LaborLine> lines) {
    return lines.stream()
        .collect(Collectors.toMap(line -> line.name().invoice(), LaborLine::amount, Money::plus));
  }
}

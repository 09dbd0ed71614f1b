package dev.redress.finding;

import dev.redress.agreement.Agreements;
import dev.redress.identity.InvoiceName;
import dev.redress.invoice.Invoice;
import dev.redress.request.Request;
import dev.redress.request.TimeEntry;
import dev.redress.time.BusinessCalendar;
import dev.redress.time.Hours;
import java.util.Map;

/**
 * All that is known about a customer whose lines are looked at, but for the lines.
 *
 * @param rules of its provider
 * @param calendar of the customer, which says what is after hours
 * @param invoices that its lines are on
 * @param requests by the source's id
 * @param timeEntries by the source's id
 * @param step up to which the hours of an entry are rounded where nothing is agreed, see {@link
 *     dev.redress.matching.BillingStep}
 */
public record Books(
    FindingRules rules,
    BusinessCalendar calendar,
    Map<InvoiceName, Invoice> invoices,
    Map<String, Request> requests,
    Map<String, TimeEntry> timeEntries,
    Agreements agreements,
    Elsewhere elsewhere,
    Hours step) {}

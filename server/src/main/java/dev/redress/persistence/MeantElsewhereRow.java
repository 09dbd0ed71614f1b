package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.RequestName;

/**
 * A line of a customer beside the request of another one that it may be for.
 *
 * @param otherId the other customer
 */
record MeantElsewhereRow(
    String invoiceId,
    String lineId,
    String otherId,
    String requestId,
    String summary,
    String notes) {

  Elsewhere.Meant toMeant(CustomerName customer, boolean isNamed) {
    return new Elsewhere.Meant(
        new LineName(new InvoiceName(customer, invoiceId), lineId),
        new RequestName(new CustomerName(customer.provider(), otherId), requestId),
        isNamed,
        summary + " " + notes);
  }
}

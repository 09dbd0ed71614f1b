package dev.redress.persistence;

import dev.redress.identity.LineName;
import dev.redress.reconciliation.VerdictStore.VerdictFilter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the verdicts in the order of their lines. What comes after a line is up to three
 * stretches: the rest of its invoice, the rest of its customer, and the customers after it. Each is
 * one range of the index, which a single condition with OR would not be.
 *
 * @param customerId only of this customer; empty: of all after {@code afterCustomerId}
 * @param invoiceId only of this invoice; empty: of all after {@code afterInvoiceId}
 */
record VerdictRange(
    String customerId,
    String afterCustomerId,
    String invoiceId,
    String afterInvoiceId,
    String afterLineId) {

  /** The stretches that a filter leaves after a line, in order. */
  static List<VerdictRange> after(VerdictFilter filter, @Nullable LineName after) {
    String customerId = filter.customerId();
    String invoiceId = filter.invoiceId();
    List<VerdictRange> ranges = new ArrayList<>();
    if (after == null) {
      ranges.add(new VerdictRange(customerId, "", invoiceId, "", ""));
      return ranges;
    }
    String lastCustomerId = after.customer().customer();
    String lastInvoiceId = after.invoice().invoice();
    boolean inCustomer = customerId.isEmpty() || customerId.equals(lastCustomerId);
    if (inCustomer && (invoiceId.isEmpty() || invoiceId.equals(lastInvoiceId))) {
      ranges.add(new VerdictRange(lastCustomerId, "", lastInvoiceId, "", after.line()));
    }
    if (inCustomer && invoiceId.isEmpty()) {
      ranges.add(new VerdictRange(lastCustomerId, "", "", lastInvoiceId, ""));
    }
    if (customerId.isEmpty()) {
      ranges.add(new VerdictRange("", lastCustomerId, invoiceId, "", ""));
    }
    return ranges;
  }
}

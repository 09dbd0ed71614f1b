package dev.redress.invoice;

import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps invoices, without their lines. */
public interface InvoiceStore {

  /** The invoice, if there is one of this name. */
  Optional<Invoice> find(InvoiceName name);

  /** The invoice, or {@code INVOICE_NOT_FOUND}. */
  default Invoice require(InvoiceName name) {
    return find(name)
        .orElseThrow(
            () ->
                new RedressException(
                    ErrorReason.INVOICE_NOT_FOUND,
                    "there is no invoice " + name,
                    Map.of("invoice", name.toString())));
  }

  /** Invoices of a customer whose id sorts after {@code afterId}, by id, at most so many. */
  List<Invoice> list(CustomerName customer, String afterId, int countMax);

  /** All invoices of a customer, in any order. */
  List<Invoice> all(CustomerName customer);

  /** Those of these invoices that are stored; at most 1,000 are asked. */
  Map<InvoiceName, Invoice> findAll(Collection<InvoiceName> names);

  /**
   * Stores new invoices.
   *
   * @throws dev.redress.error.RedressException {@code RESOURCE_EXISTS} when an id is taken
   */
  void insertAll(List<Invoice> invoices);

  /** Replaces the content of a stored invoice. */
  void update(Invoice invoice);
}

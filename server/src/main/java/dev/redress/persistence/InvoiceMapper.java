package dev.redress.persistence;

import java.util.List;
import java.util.Optional;

/** Statements on {@code invoice}. */
interface InvoiceMapper {
  Optional<InvoiceRow> find(String providerId, String customerId, String invoiceId);

  List<InvoiceRow> list(String providerId, String customerId, String afterId, int countMax);

  List<InvoiceRow> all(String providerId, String customerId);

  List<InvoiceRow> findAll(String providerId, String customerId, List<String> ids);

  int insert(InvoiceRow row);

  int update(InvoiceRow row);
}

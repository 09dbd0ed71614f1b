package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps invoices in the database. */
public final class MyBatisInvoiceStore implements InvoiceStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisInvoiceStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Invoice> find(InvoiceName name) {
    return call(mapper ->
            mapper.find(name.provider().provider(), name.customer().customer(), name.invoice()))
        .map(InvoiceRow::toInvoice);
  }

  @Override
  public List<Invoice> list(CustomerName customer, String afterId, int countMax) {
    return call(
            mapper ->
                mapper.list(customer.provider().provider(), customer.customer(), afterId, countMax))
        .stream()
        .map(InvoiceRow::toInvoice)
        .toList();
  }

  @Override
  public List<Invoice> all(CustomerName customer) {
    return call(mapper -> mapper.all(customer.provider().provider(), customer.customer())).stream()
        .map(InvoiceRow::toInvoice)
        .toList();
  }

  @Override
  public Map<InvoiceName, Invoice> findAll(Collection<InvoiceName> names) {
    return transactions.run(
        () -> {
          Map<InvoiceName, Invoice> found = new HashMap<>();
          Grouped.by(names, InvoiceName::customer, InvoiceName::invoice)
              .forEach(
                  (customer, ids) ->
                      KeyChunks.of(ids, transactions.keysMax())
                          .forEach(
                              chunk ->
                                  find(customer, chunk)
                                      .forEach(invoice -> found.put(invoice.name(), invoice))));
          return found;
        });
  }

  @Override
  public void insertAll(List<Invoice> invoices) {
    try {
      transactions.batch(
          InvoiceMapper.class,
          invoices,
          (mapper, invoice) -> mapper.insert(InvoiceRow.of(invoice)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(invoices, Invoice::name), e);
    }
  }

  @Override
  public void update(Invoice invoice) {
    int count = call(mapper -> mapper.update(InvoiceRow.of(invoice)));
    Refusals.requireStored(count, invoice.name());
  }

  private List<Invoice> find(CustomerName customer, List<String> ids) {
    return call(mapper -> mapper.findAll(customer.provider().provider(), customer.customer(), ids))
        .stream()
        .map(InvoiceRow::toInvoice)
        .toList();
  }

  private <T> T call(Function<InvoiceMapper, T> statement) {
    return transactions.call(InvoiceMapper.class, statement);
  }
}

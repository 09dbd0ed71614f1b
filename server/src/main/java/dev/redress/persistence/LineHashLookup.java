package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds the content hashes of many lines: by invoice on Derby, by customer on PostgreSQL. */
final class LineHashLookup {
  private final MyBatisTransactions transactions;

  LineHashLookup(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  /** The hashes of those of these lines that are stored. */
  Map<LineName, String> find(Collection<LineName> names) {
    return transactions.run(
        () -> {
          Map<LineName, String> hashes = new HashMap<>();
          if (transactions.keysMax() == 1) {
            hashes.putAll(byInvoice(names));
          } else {
            Grouped.whole(names, LineName::customer)
                .forEach((customer, some) -> hashes.putAll(byCustomer(customer, some)));
          }
          return hashes;
        });
  }

  private Map<LineName, String> byInvoice(Collection<LineName> names) {
    Map<LineName, String> hashes = new HashMap<>();
    Grouped.by(names, LineName::invoice, LineName::line)
        .forEach(
            (invoice, ids) ->
                ofInvoice(invoice, ids)
                    .forEach((id, hash) -> hashes.put(new LineName(invoice, id), hash)));
    return hashes;
  }

  private Map<String, String> ofInvoice(InvoiceName invoice, NavigableSet<String> ids) {
    String providerId = invoice.provider().provider();
    String customerId = invoice.customer().customer();
    String invoiceId = invoice.invoice();
    return HashLookup.find(
        ids,
        transactions.keysMax(),
        (first, last, countMax) ->
            call(
                mapper ->
                    mapper.contentHashesBetween(
                        providerId, customerId, invoiceId, first, last, countMax)),
        chunk -> call(mapper -> mapper.contentHashes(providerId, customerId, invoiceId, chunk)));
  }

  /** All lines of the invoices at once, unless those have many more lines than were asked for. */
  private Map<LineName, String> byCustomer(CustomerName customer, Set<LineName> names) {
    TreeSet<String> invoiceIds = new TreeSet<>();
    names.forEach(name -> invoiceIds.add(name.invoice().invoice()));
    int countMax = 4 * names.size() + 100;
    Map<LineName, String> hashes = new HashMap<>();
    for (List<String> chunk : KeyChunks.of(invoiceIds, transactions.keysMax())) {
      List<LineHashRow> rows =
          call(
              mapper ->
                  mapper.contentHashesOfInvoices(
                      customer.provider().provider(), customer.customer(), chunk, countMax));
      if (rows.size() == countMax) {
        return byInvoice(names);
      }
      for (LineHashRow row : rows) {
        LineName name = new LineName(new InvoiceName(customer, row.invoiceId()), row.lineId());
        if (names.contains(name)) {
          hashes.put(name, row.contentHash());
        }
      }
    }
    return hashes;
  }

  private <T> T call(Function<LaborLineMapper, T> statement) {
    return transactions.call(LaborLineMapper.class, statement);
  }
}

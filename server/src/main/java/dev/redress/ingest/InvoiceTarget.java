package dev.redress.ingest;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Stores labor lines, and the invoices that their rows describe. */
final class InvoiceTarget implements RowTarget<BilledLine> {
  /** What is remembered of an invoice: its terms and its total. */
  static final long IDS_A_ROW = 2;

  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final SeenIds seenInvoices;
  private final Newcomers<CustomerName> newcomers;

  /**
   * In these stores.
   *
   * @param seenInvoices with room for {@value #IDS_A_ROW} ids a row
   */
  InvoiceTarget(InvoiceStore invoices, LaborLineStore lines, SeenIds seenInvoices) {
    this.invoices = invoices;
    this.lines = lines;
    this.seenInvoices = seenInvoices;
    this.newcomers = new Newcomers<>(customer -> invoices.list(customer, "", 1).isEmpty());
  }

  @Override
  public String noun() {
    return "labor_line";
  }

  @Override
  public Column idColumn() {
    return Column.LINE_ID;
  }

  @Override
  public String id(BilledLine row) {
    return row.line().name().line();
  }

  @Override
  public String key(BilledLine row) {
    return invoiceKey(row) + '\n' + id(row);
  }

  @Override
  public CustomerName customer(BilledLine row) {
    return row.line().customer();
  }

  @Override
  public String resource(BilledLine row) {
    return row.line().name().toString();
  }

  @Override
  public String contentHash(BilledLine row) {
    return row.line().contentHash();
  }

  @Override
  public Batch<BilledLine> load(List<BilledLine> rows) {
    List<InvoiceName> names = rows.stream().map(row -> row.invoice().name()).distinct().toList();
    // Read even for newcomers: an earlier batch of this pass may have stored the invoice.
    Map<InvoiceName, Invoice> storedInvoices = invoices.findAll(names);
    Map<LineName, LaborLine> known =
        rows.stream()
            .filter(row -> !newcomers.contains(customer(row)))
            .filter(row -> storedInvoices.containsKey(row.invoice().name()))
            .collect(Collectors.toMap(row -> row.line().name(), BilledLine::line, (a, b) -> a));
    return new InvoiceBatch(invoices, lines, seenInvoices, storedInvoices, known);
  }

  /** What tells an invoice from all others of the provider. */
  static String invoiceKey(BilledLine row) {
    return row.line().customer().customer() + '\n' + row.invoice().name().invoice();
  }
}

package dev.redress.ingest;

import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.ingest.CheckedRow.Accepted;
import dev.redress.ingest.ImportProblem.Code;
import dev.redress.invoice.Invoice;
import dev.redress.invoice.InvoiceStore;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import dev.redress.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Labor lines that are stored together. The first row of an invoice that stands says how the
 * invoice is, all others of the file must agree; only its currency can never change, since the
 * amounts of all its lines are in it.
 */
final class InvoiceBatch implements RowTarget.Batch<BilledLine> {
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final SeenIds seenInvoices;
  private final Map<InvoiceName, Invoice> storedInvoices;
  private final Map<LineName, String> storedHashes;
  private final Map<LineName, Money> heldAmounts = new HashMap<>();
  private final Map<InvoiceName, Invoice> newInvoices = new LinkedHashMap<>();
  private final Map<InvoiceName, Invoice> changedInvoices = new LinkedHashMap<>();

  /**
   * Reads what is stored.
   *
   * @param storedInvoices of all rows
   * @param rows those whose invoice is stored
   */
  InvoiceBatch(
      InvoiceStore invoices,
      LaborLineStore lines,
      SeenIds seenInvoices,
      Map<InvoiceName, Invoice> storedInvoices,
      Map<LineName, LaborLine> rows) {
    this.invoices = invoices;
    this.lines = lines;
    this.seenInvoices = seenInvoices;
    this.storedInvoices = storedInvoices;
    this.storedHashes = rows.isEmpty() ? Map.of() : lines.contentHashes(rows.keySet());
    List<LineName> changed =
        storedHashes.entrySet().stream()
            .filter(stored -> differs(rows.get(stored.getKey()), stored.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (!changed.isEmpty()) {
      for (LineName held : lines.held(changed)) {
        lines.find(held).ifPresent(line -> heldAmounts.put(held, line.amount()));
      }
    }
  }

  @Override
  public String storedHash(BilledLine row) {
    return storedHashes.getOrDefault(row.line().name(), "");
  }

  @Override
  public List<ImportProblem> objections(Accepted<BilledLine> row) {
    return held(row).or(() -> mismatch(row)).stream().toList();
  }

  @Override
  public boolean accept(Accepted<BilledLine> row) {
    Invoice invoice = row.value().invoice();
    String key = InvoiceTarget.invoiceKey(row.value());
    if (seenInvoices.find(key).isPresent()) {
      return false;
    }
    seenInvoices.put(key, InvoiceTerms.of(invoice), row.line());
    seenInvoices.put(totalOf(key), InvoiceTerms.total(invoice), row.line());
    Invoice stored = storedInvoices.get(invoice.name());
    if (stored == null) {
      newInvoices.put(invoice.name(), invoice);
      return false;
    }
    if (stored.equals(invoice)) {
      return false;
    }
    changedInvoices.put(invoice.name(), invoice);
    return true;
  }

  @Override
  public void save(List<BilledLine> created, List<BilledLine> updated) {
    if (!newInvoices.isEmpty()) {
      invoices.insertAll(List.copyOf(newInvoices.values()));
    }
    changedInvoices.values().forEach(invoices::update);
    if (!created.isEmpty()) {
      lines.insertAll(created.stream().map(BilledLine::line).toList());
    }
    updated.forEach(row -> lines.update(row.line()));
  }

  @Override
  public List<RowTarget.Change> sideChanges() {
    List<RowTarget.Change> changes = new ArrayList<>();
    changedInvoices.forEach(
        (name, invoice) -> {
          Invoice before = storedInvoices.get(name);
          changes.add(
              new RowTarget.Change(
                  "invoice.updated",
                  name.toString(),
                  before == null ? "" : before.contentHash(),
                  invoice.contentHash()));
        });
    return changes;
  }

  private Optional<ImportProblem> held(Accepted<BilledLine> row) {
    LaborLine line = row.value().line();
    Money held = heldAmounts.get(line.name());
    if (held == null || held.equals(line.amount())) {
      return Optional.empty();
    }
    return Optional.of(
        ImportProblems.of(
            row.line(),
            Code.LINE_HELD,
            Column.AMOUNT,
            line.amount().toMajor().toPlainString(),
            "must stay "
                + held
                + ", because the line is disputed or credited: settle that first, or correct it by"
                + " a credit"));
  }

  private Optional<ImportProblem> mismatch(Accepted<BilledLine> row) {
    Invoice invoice = row.value().invoice();
    long terms = InvoiceTerms.of(invoice);
    String key = InvoiceTarget.invoiceKey(row.value());
    Optional<SeenIds.Seen> seen = seenInvoices.find(key);
    if (seen.isPresent()) {
      Optional<SeenIds.Seen> total = seenInvoices.find(totalOf(key));
      boolean sameTotal =
          total.filter(first -> first.content() == InvoiceTerms.total(invoice)).isPresent();
      return seen.get().content() == terms && sameTotal
          ? Optional.empty()
          : Optional.of(
              mismatch(
                  row,
                  seen.get().content() == terms
                      ? Column.LABOR_TOTAL
                      : InvoiceTerms.difference(seen.get().content(), terms),
                  "must be the same in every row of the invoice, and line "
                      + seen.get().line()
                      + " has another"));
    }
    Invoice stored = storedInvoices.get(invoice.name());
    return stored == null || stored.currency().equals(invoice.currency())
        ? Optional.empty()
        : Optional.of(
            mismatch(
                row,
                Column.CURRENCY,
                "must stay " + stored.currency() + ", in which the invoice is stored"));
  }

  private static ImportProblem mismatch(Accepted<BilledLine> row, Column column, String message) {
    Invoice invoice = row.value().invoice();
    Object value =
        switch (column) {
          case CURRENCY -> invoice.currency();
          case PERIOD_START -> invoice.periodStart();
          case PERIOD_END -> invoice.periodEnd();
          case LABOR_TOTAL -> total(invoice);
          default -> invoice.invoiceDate();
        };
    return ImportProblems.of(
        row.line(), Code.INVOICE_MISMATCH, column, value == null ? "" : value.toString(), message);
  }

  private static @Nullable String total(Invoice invoice) {
    Money total = invoice.laborTotal();
    return total == null ? null : total.toMajor().toPlainString();
  }

  /** A key of its own beside that of the other terms. */
  private static String totalOf(String invoiceKey) {
    return "total " + invoiceKey;
  }

  private static boolean differs(@Nullable LaborLine row, String hash) {
    return row != null && !row.contentHash().equals(hash);
  }
}

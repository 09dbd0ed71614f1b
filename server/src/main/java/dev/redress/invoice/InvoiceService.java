package dev.redress.invoice;

import dev.redress.customer.CustomerStore;
import dev.redress.customer.FactsVersionStore;
import dev.redress.error.ErrorReason;
import dev.redress.error.RedressException;
import dev.redress.identity.Actor;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.journal.Journal;
import dev.redress.journal.JournalEntry;
import dev.redress.money.Money;
import dev.redress.transaction.Transactions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The use cases of invoices and their labor lines. */
public final class InvoiceService {
  /** Most labor lines that one call can record. */
  public static final int LINES_MAX = 1_000;

  private final Transactions transactions;
  private final CustomerStore customers;
  private final InvoiceStore invoices;
  private final LaborLineStore lines;
  private final FactsVersionStore factsVersions;
  private final Journal journal;
  private final InstantSource clock;

  /** Over the stores that it needs. */
  public InvoiceService(
      Transactions transactions,
      CustomerStore customers,
      InvoiceStore invoices,
      LaborLineStore lines,
      FactsVersionStore factsVersions,
      Journal journal,
      InstantSource clock) {
    this.transactions = transactions;
    this.customers = customers;
    this.invoices = invoices;
    this.lines = lines;
    this.factsVersions = factsVersions;
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * Records an invoice with its labor lines, all or nothing.
   *
   * @param billed 0 to {@value #LINES_MAX} lines of the invoice
   * @throws RedressException {@code CURRENCY_MISMATCH} when a line is not in the invoice's
   *     currency, {@code CUSTOMER_NOT_FOUND}, {@code RESOURCE_EXISTS}
   */
  public Invoice create(Invoice invoice, List<LaborLine> billed, Actor actor) {
    for (LaborLine line : billed) {
      if (!line.amount().currency().equals(invoice.currency())) {
        throw mismatch(invoice, line);
      }
    }
    return transactions.run(
        () -> {
          var _ = customers.require(invoice.customer());
          // First, because it locks the customer: see RequestService.
          factsVersions.advance(List.of(invoice.customer()));
          invoices.insertAll(List.of(invoice));
          if (!billed.isEmpty()) {
            lines.insertAll(billed);
          }
          record(invoice, billed, actor);
          return invoice;
        });
  }

  /** The invoice, or {@code INVOICE_NOT_FOUND}. */
  public Invoice get(InvoiceName name) {
    return transactions.run(() -> invoices.require(name));
  }

  /** Invoices by id, see {@link InvoiceStore#list}; or {@code CUSTOMER_NOT_FOUND}. */
  public List<Invoice> list(CustomerName customer, String afterId, int countMax) {
    return transactions.run(
        () -> {
          var _ = customers.require(customer);
          return invoices.list(customer, afterId, countMax);
        });
  }

  /** The labor line, or {@code LINE_NOT_FOUND}. */
  public LaborLine getLine(LineName name) {
    return transactions.run(
        () ->
            lines
                .find(name)
                .orElseThrow(
                    () ->
                        new RedressException(
                            ErrorReason.LINE_NOT_FOUND,
                            "there is no labor line " + name,
                            Map.of("line", name.toString()))));
  }

  /** Labor lines by id, see {@link LaborLineStore#list}; or {@code INVOICE_NOT_FOUND}. */
  public List<LaborLine> listLines(InvoiceName invoice, String afterId, int countMax) {
    return transactions.run(
        () -> {
          var _ = invoices.require(invoice);
          return lines.list(invoice, afterId, countMax);
        });
  }

  private void record(Invoice invoice, List<LaborLine> billed, Actor actor) {
    Money total =
        billed.stream().map(LaborLine::amount).reduce(Money.zero(invoice.currency()), Money::plus);
    journal.append(
        new JournalEntry(
            invoice.name().provider(),
            clock.instant(),
            actor,
            "invoice.created",
            invoice.name().toString(),
            "",
            Map.of(
                "invoiceDate", invoice.invoiceDate().toString(),
                "lines", Integer.toString(billed.size()),
                "amount", total.toString())));
  }

  private static RedressException mismatch(Invoice invoice, LaborLine line) {
    return new RedressException(
        ErrorReason.CURRENCY_MISMATCH,
        "line "
            + line.name().line()
            + " is in "
            + line.amount().currency()
            + ", the invoice in "
            + invoice.currency(),
        Map.of("line", line.name().toString()));
  }
}

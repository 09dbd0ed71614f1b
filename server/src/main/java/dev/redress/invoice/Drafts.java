package dev.redress.invoice;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Invoices and lines that are to be billed and are stored nowhere. Each stands in the place of a
 * stored one of the same name.
 */
public record Drafts(Map<InvoiceName, Invoice> invoices, Map<LineName, LaborLine> lines) {

  /** Nothing is to be billed. */
  public static final Drafts NONE = new Drafts(Map.of(), Map.of());

  public Drafts {
    invoices = Map.copyOf(invoices);
    lines = Map.copyOf(lines);
  }

  /** Whose they are, by name. */
  public List<CustomerName> customers() {
    return lines.values().stream()
        .map(LaborLine::customer)
        .distinct()
        .sorted(Comparator.comparing(CustomerName::toString))
        .toList();
  }

  /** Those of one customer alone. */
  public Drafts of(CustomerName customer) {
    return new Drafts(
        only(invoices, invoice -> invoice.customer().equals(customer)),
        only(lines, line -> line.customer().equals(customer)));
  }

  /** A customer's lines with those that are to be billed, by name. */
  public List<LaborLine> over(List<LaborLine> stored) {
    return Stream.concat(
            stored.stream().filter(line -> !lines.containsKey(line.name())),
            lines.values().stream())
        .sorted(Comparator.comparing(line -> line.name().toString()))
        .toList();
  }

  /** A customer's invoices with those that are to be billed. */
  public List<Invoice> overInvoices(List<Invoice> stored) {
    return Stream.concat(
            stored.stream().filter(invoice -> !invoices.containsKey(invoice.name())),
            invoices.values().stream())
        .toList();
  }

  private static <K, V> Map<K, V> only(Map<K, V> all, Predicate<V> wanted) {
    return all.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}

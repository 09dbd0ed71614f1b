package dev.redress.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.Invoice;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceTermsTest {

  @ParameterizedTest(name = "{0} {1} {2} {3} differs by {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # currency | invoice date | period start | period end | differs from the first row by
          USD        | 2026-09-30   | 2026-09-01   | 2026-09-30 | -
          EUR        | 2026-09-30   | 2026-09-01   | 2026-09-30 | CURRENCY
          USD        | 2026-10-01   | 2026-09-01   | 2026-09-30 | INVOICE_DATE
          USD        | 2026-09-30   | 2026-09-02   | 2026-09-30 | PERIOD_START
          USD        | 2026-09-30   | 1970-01-01   | 2026-09-30 | PERIOD_START
          USD        | 2026-09-30   | -            | 2026-09-30 | PERIOD_START
          USD        | 2026-09-30   | 2026-09-01   | 2200-12-31 | PERIOD_END
          USD        | 2026-09-30   | 2026-09-01   | -          | PERIOD_END
          ZWL        | 2200-12-31   | 2200-12-31   | 2200-12-31 | CURRENCY
          """)
  void difference_namesTheFirstColumn(
      String currency,
      LocalDate invoiceDate,
      @Nullable LocalDate periodStart,
      @Nullable LocalDate periodEnd,
      @Nullable Column expected) {
    long first = terms("USD", "2026-09-30", "2026-09-01", "2026-09-30");
    long terms = InvoiceTerms.of(invoice(currency, invoiceDate, periodStart, periodEnd));

    if (expected == null) {
      assertThat(terms).isEqualTo(first);
    } else {
      assertThat(terms).isNotEqualTo(first);
      assertThat(InvoiceTerms.difference(first, terms)).isEqualTo(expected);
    }
  }

  private static long terms(String currency, String date, String start, String end) {
    return InvoiceTerms.of(
        invoice(currency, LocalDate.parse(date), LocalDate.parse(start), LocalDate.parse(end)));
  }

  private static Invoice invoice(
      String currency,
      LocalDate invoiceDate,
      @Nullable LocalDate periodStart,
      @Nullable LocalDate periodEnd) {
    CustomerName customer = new CustomerName(new ProviderName("default"), "VARN");
    return new Invoice(
        new InvoiceName(customer, "I-1"),
        invoiceDate,
        Currency.getInstance(currency),
        periodStart,
        periodEnd,
        null);
  }
}

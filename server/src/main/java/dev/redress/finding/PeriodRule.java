package dev.redress.finding;

import dev.redress.invoice.Invoice;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The day of the work does not go with the invoice: long before it, or outside of its period. */
final class PeriodRule implements Rule.OfLine {
  @Override
  public List<FindingCode> codes() {
    return List.of(FindingCode.STALE, FindingCode.OUT_OF_PERIOD);
  }

  @Override
  public void look(Audit audit, AuditedLine line, Found found) {
    Invoice invoice = line.invoice();
    if (invoice == null) {
      return;
    }
    LocalDate worked = line.line().workDate();
    long age = ChronoUnit.DAYS.between(worked, invoice.invoiceDate());
    if (age > audit.thresholds().staleDays()) {
      found.add(
          line.finding(
              FindingCode.STALE,
              "billed " + age + " days after the work",
              "at most " + audit.thresholds().staleDays() + " days",
              "the invoice is of " + invoice.invoiceDate(),
              invoice.name(),
              line.line().amount()));
    }
    LocalDate start = invoice.periodStart();
    LocalDate end = invoice.periodEnd();
    boolean isBefore = start != null && worked.isBefore(start);
    boolean isAfter = end != null ? worked.isAfter(end) : age < 0;
    if (isBefore || isAfter) {
      found.add(
          line.finding(
              FindingCode.OUT_OF_PERIOD,
              "worked on " + worked,
              isBefore
                  ? "not before " + start
                  : "not after " + (end != null ? end : invoice.invoiceDate()),
              end != null || isBefore
                  ? "the invoice bills another period"
                  : "the invoice was written before the work",
              invoice.name(),
              line.line().amount()));
    }
  }
}

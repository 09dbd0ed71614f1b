package dev.redress.cli.report;

import com.google.type.Money;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.v1.LeakageReport;
import dev.redress.v1.LeakageReport.Figures;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.LeakageReport.Underbilling;
import dev.redress.v1.LeakageReport.UnderbillingRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A row of a report on leakage, as it is shown.
 *
 * @param section what it tells: {@link #LEAKAGE} or {@link #UNDERBILLING}
 * @param figures of leakage; nothing for underbilling
 * @param underbilling what was billed too low; nothing for leakage
 */
record LeakageRow(
    String section, String key, String currency, Figures figures, Underbilling underbilling) {
  /** What may not stand. */
  static final String LEAKAGE = "leakage";

  /** What was billed too low: no claim. */
  static final String UNDERBILLING = "underbilling";

  private static final String TOTAL = "TOTAL";

  /** The columns of a CSV file: one row a key, the sum of all left to whoever adds them up. */
  static List<Column<LeakageRow>> csv(LeakageReport.Dimension by) {
    return List.of(
        new Column.Text<>("section", LeakageRow::section),
        key(by),
        new Column.Text<>("currency", LeakageRow::currency),
        new Column.Numeric<>("lines", LeakageRow::lines),
        hours(),
        amount("billed", Figures::getBilledAmount),
        amount("unmatched", Figures::getUnmatchedAmount),
        amount("findings", Figures::getFindingsAmount),
        amount("ambiguous", Figures::getAmbiguousAmount),
        amount("disputed", Figures::getDisputedAmount),
        amount("credited", Figures::getCreditedAmount),
        amount("explained", Figures::getExplainedAmount),
        amount("denied", Figures::getDeniedAmount),
        amount("withdrawn", Figures::getWithdrawnAmount),
        tooLow());
  }

  /** What was billed and may not stand. */
  static List<Column<LeakageRow>> billed(LeakageReport.Dimension by) {
    return List.of(
        key(by),
        new Column.Numeric<>("lines", LeakageRow::lines),
        hours(),
        amount("billed", Figures::getBilledAmount),
        amount("unmatched", Figures::getUnmatchedAmount),
        amount("findings", Figures::getFindingsAmount),
        amount("ambiguous", Figures::getAmbiguousAmount));
  }

  /** What was asked back, and what came of it. */
  static List<Column<LeakageRow>> disputed(LeakageReport.Dimension by) {
    return List.of(
        key(by),
        amount("disputed", Figures::getDisputedAmount),
        amount("credited", Figures::getCreditedAmount),
        amount("explained", Figures::getExplainedAmount),
        amount("denied", Figures::getDeniedAmount),
        amount("withdrawn", Figures::getWithdrawnAmount));
  }

  /** What was billed too low. */
  static List<Column<LeakageRow>> underbilled(LeakageReport.Dimension by) {
    return List.of(key(by), new Column.Numeric<>("lines", LeakageRow::lines), tooLow());
  }

  /** The rows of leakage, that of all others last. */
  static List<LeakageRow> leakage(Section section) {
    List<LeakageRow> rows = new ArrayList<>();
    section
        .getRowsList()
        .forEach(row -> rows.add(leakage(section, row.getKey(), row.getFigures())));
    if (section.hasOther()) {
      rows.add(leakage(section, ReportOutput.others(section.getOtherCount()), section.getOther()));
    }
    return rows;
  }

  /** The sum of them. */
  static LeakageRow leakageTotal(Section section) {
    return leakage(section, TOTAL, section.getTotal());
  }

  /** The rows of what was billed too low, that of all others last. */
  static List<LeakageRow> underbilling(Section section) {
    List<LeakageRow> rows = new ArrayList<>();
    for (UnderbillingRow row : section.getUnderbillingRowsList()) {
      rows.add(underbilling(section, row.getKey(), row.getFigures()));
    }
    if (section.hasUnderbillingOther()) {
      rows.add(
          underbilling(
              section,
              ReportOutput.others(section.getUnderbillingOtherCount()),
              section.getUnderbillingOther()));
    }
    return rows;
  }

  /** The sum of them. */
  static LeakageRow underbillingTotal(Section section) {
    return underbilling(section, TOTAL, section.getUnderbillingTotal());
  }

  /** Whether anything of it is or was in dispute, or was given back; or it is the sum of all. */
  boolean wasAskedBack() {
    return key.equals(TOTAL)
        || Stream.of(
                figures.getDisputedAmount(),
                figures.getCreditedAmount(),
                figures.getExplainedAmount(),
                figures.getDeniedAmount(),
                figures.getWithdrawnAmount())
            .anyMatch(amount -> Amounts.value(amount).signum() != 0);
  }

  private static LeakageRow leakage(Section section, String key, Figures figures) {
    return new LeakageRow(
        LEAKAGE, key, section.getCurrencyCode(), figures, Underbilling.getDefaultInstance());
  }

  private static LeakageRow underbilling(Section section, String key, Underbilling figures) {
    return new LeakageRow(
        UNDERBILLING, key, section.getCurrencyCode(), Figures.getDefaultInstance(), figures);
  }

  private static Column<LeakageRow> key(LeakageReport.Dimension by) {
    return new Column.Text<>(
        by.name().toLowerCase(Locale.ROOT), row -> ReportOutput.key(row.key()));
  }

  private static Column<LeakageRow> hours() {
    return new Column.Numeric<>(
        "hours", row -> row.section.equals(LEAKAGE) ? Numbers.hours(row.figures.getHours()) : "");
  }

  private static Column<LeakageRow> amount(String name, Function<Figures, Money> amount) {
    return new Column.Numeric<>(name, row -> number(amount.apply(row.figures)));
  }

  private static Column<LeakageRow> tooLow() {
    return new Column.Numeric<>("too_low_by", row -> number(row.underbilling.getAmount()));
  }

  /** The currency is told once for all. */
  private static String number(Money amount) {
    return amount.getCurrencyCode().isEmpty() ? "" : Amounts.number(amount);
  }

  private String lines() {
    return Long.toString(
        section.equals(LEAKAGE) ? figures.getLineCount() : underbilling.getLineCount());
  }
}

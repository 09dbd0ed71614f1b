package dev.redress.page;

import dev.redress.identity.CustomerName;
import dev.redress.page.ReportChart.Point;
import dev.redress.report.Ageing;
import dev.redress.report.AgeingQuery.By;
import dev.redress.report.AgeingReport;
import dev.redress.report.AgeingReport.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes out how old open disputes are. */
final class AgeingView {
  private final ReportWords words = new ReportWords();
  private final AgeingReport report;
  private final String by;

  AgeingView(AgeingReport report) {
    this.report = report;
    this.by = report.query().by().name().toLowerCase(Locale.ROOT);
  }

  ReportView view() {
    List<PageFact> facts = new ArrayList<>();
    CustomerName customer = report.query().customer();
    if (customer != null) {
      facts.add(new PageFact("Customer", customer.customer()));
    }
    facts.add(words.asOf(report.head()));
    return new ReportView(
        "Open disputes by " + by,
        report.head().provider(),
        facts,
        List.of(
            "Age counts days of 24 hours since a dispute was opened or last reopened, weekends"
                + " included."),
        report.sections().stream().map(this::section).toList());
  }

  private ReportSection section(Section section) {
    List<Point> points = new ArrayList<>();
    section
        .ageing()
        .rows()
        .forEach(
            row ->
                points.add(
                    new Point(
                        label(row.key()), row.figures().disputed().minorUnits(), "ambiguous")));
    Ageing other = section.ageing().other();
    if (other != null) {
      points.add(new Point("all others", other.disputed().minorUnits(), "other"));
    }
    return new ReportSection(
        section.currency().getCurrencyCode(),
        List.of(),
        List.of(
            ReportChart.of(
                "In dispute by " + by + ", " + section.currency().getCurrencyCode(),
                points,
                minor -> words.amount(minor, section.currency()))),
        List.of(
            words.table(
                "",
                List.of(
                    by, "Disputes", "In dispute", "Nobody reached", "Answer late", "Oldest, days"),
                section.ageing(),
                (key, each) ->
                    List.of(
                        label(key),
                        words.count(each.disputes()),
                        words.amount(each.disputed()),
                        words.count(each.notReached()),
                        words.count(each.overdue()),
                        words.count(each.oldestDays())))));
  }

  /** All bands end with a number of days. */
  private String label(String key) {
    return report.query().by() == By.AGE && Character.isDigit(key.charAt(key.length() - 1))
        ? key + " days"
        : key;
  }
}

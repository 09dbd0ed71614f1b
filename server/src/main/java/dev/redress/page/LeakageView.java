package dev.redress.page;

import dev.redress.identity.CustomerName;
import dev.redress.page.ReportChart.Point;
import dev.redress.report.Dimension;
import dev.redress.report.Leakage;
import dev.redress.report.LeakageColumn;
import dev.redress.report.LeakageQuery;
import dev.redress.report.LeakageReport;
import dev.redress.report.LeakageReport.Section;
import dev.redress.report.Ranked;
import dev.redress.report.Underbilling;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** Writes out what leaks. */
final class LeakageView {
  private final ReportWords words = new ReportWords();
  private final LeakageReport report;
  private final String by;

  LeakageView(LeakageReport report) {
    this.report = report;
    this.by = report.query().by().name().toLowerCase(Locale.ROOT);
  }

  ReportView view() {
    LeakageQuery query = report.query();
    List<PageFact> facts = new ArrayList<>();
    facts.add(words.span("Work", query.from(), query.to()));
    CustomerName customer = query.customer();
    if (customer != null) {
      facts.add(new PageFact("Customer", customer.customer()));
    }
    facts.add(words.asOf(report.head()));
    List<ReportSection> sections = new ArrayList<>();
    report
        .sections()
        .forEach(
            section -> {
              sections.add(section(section));
              if (section.underbilling().total().lines() > 0) {
                sections.add(underbilling(section));
              }
            });
    return new ReportView(
        "Leakage and exposure by " + by,
        report.head().provider(),
        facts,
        List.of(
            "Each amount looks at the same lines in another way, so do not add them up: only"
                + " unmatched, findings and ambiguous hold no cent twice. Of a line, never more"
                + " counts in one column than it costs."),
        sections);
  }

  private ReportSection section(Section section) {
    Currency currency = section.currency();
    Ranked<Leakage> ranked = section.leakage();
    return new ReportSection(
        currency.getCurrencyCode(),
        List.of(),
        List.of(
            chart("At stake", "unmatched", ranked, each -> each.atStake().minorUnits(), currency),
            chart("In dispute", "ambiguous", ranked, LeakageColumn.DISPUTED, currency),
            chart("Given back", "matched", ranked, LeakageColumn.CREDITED, currency)),
        List.of(
            words.table(
                "What was billed and may not stand",
                List.of(by, "Lines", "Hours", "Billed", "Unmatched", "Findings", "Ambiguous"),
                ranked,
                (key, each) ->
                    List.of(
                        key,
                        words.count(each.lines()),
                        words.hours(each.hours()),
                        amount(each, LeakageColumn.BILLED),
                        amount(each, LeakageColumn.UNMATCHED),
                        amount(each, LeakageColumn.FINDINGS),
                        amount(each, LeakageColumn.AMBIGUOUS))),
            words.table(
                "What was asked back, and what came of it",
                List.of(by, "In dispute", "Given back", "Explained", "Denied", "Withdrawn"),
                askedBack(ranked),
                (key, each) ->
                    List.of(
                        key,
                        amount(each, LeakageColumn.DISPUTED),
                        amount(each, LeakageColumn.CREDITED),
                        amount(each, LeakageColumn.EXPLAINED),
                        amount(each, LeakageColumn.DENIED),
                        amount(each, LeakageColumn.WITHDRAWN)))));
  }

  private ReportSection underbilling(Section section) {
    Ranked<Underbilling> ranked = section.underbilling();
    return new ReportSection(
        section.currency().getCurrencyCode() + ": billed too low",
        List.of("For your own knowledge: no customer owes it, and it is taken off no claim."),
        List.of(),
        List.of(
            words.table(
                "",
                List.of(by, "Lines", "Too low by"),
                ranked,
                (key, each) ->
                    List.of(key, words.count(each.lines()), words.amount(each.amount())))));
  }

  private ReportChart chart(
      String title, String kind, Ranked<Leakage> ranked, LeakageColumn column, Currency currency) {
    return chart(title, kind, ranked, each -> each.amount(column).minorUnits(), currency);
  }

  private ReportChart chart(
      String title,
      String kind,
      Ranked<Leakage> ranked,
      ToLongFunction<Leakage> value,
      Currency currency) {
    List<Point> points = new ArrayList<>();
    ranked
        .rows()
        .forEach(
            row ->
                points.add(
                    new Point(words.key(row.key()), value.applyAsLong(row.figures()), kind)));
    if (report.query().by() != Dimension.MONTH) {
      points.sort((one, two) -> Long.compare(two.value(), one.value()));
    }
    Leakage other = ranked.other();
    if (other != null) {
      points.add(new Point("all others", value.applyAsLong(other), "other"));
    }
    return ReportChart.of(
        title + " by " + by + ", " + currency.getCurrencyCode(),
        points,
        minor -> words.amount(minor, currency));
  }

  /** Only the rows of which anything is or was in dispute, or was given back. */
  private static Ranked<Leakage> askedBack(Ranked<Leakage> ranked) {
    return new Ranked<>(
        ranked.rows().stream().filter(row -> row.figures().wasAskedBack()).toList(),
        ranked.others(),
        ranked.other(),
        ranked.total());
  }

  private String amount(Leakage leakage, LeakageColumn column) {
    return words.amountOrNone(leakage.amount(column));
  }
}

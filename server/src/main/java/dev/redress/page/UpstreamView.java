package dev.redress.page;

import dev.redress.identity.CustomerName;
import dev.redress.identity.RequestName;
import dev.redress.page.ReportChart.Point;
import dev.redress.report.Cause;
import dev.redress.report.Spoilt;
import dev.redress.report.UpstreamQuery;
import dev.redress.report.UpstreamReport;
import dev.redress.report.UpstreamReport.Behind;
import dev.redress.report.UpstreamReport.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** Writes out what to fix before anything is billed. */
final class UpstreamView {
  private final ReportWords words = new ReportWords();
  private final UpstreamReport report;

  UpstreamView(UpstreamReport report) {
    this.report = report;
  }

  ReportView view() {
    UpstreamQuery query = report.query();
    List<PageFact> facts = new ArrayList<>();
    facts.add(words.span("Work", query.from(), query.to()));
    CustomerName customer = query.customer();
    if (customer != null) {
      facts.add(new PageFact("Customer", customer.customer()));
    }
    facts.add(words.asOf(report.head()));
    return new ReportView(
        "Fix upstream",
        report.head().provider(),
        facts,
        List.of(
            "The money is what the lines cost that are hard to stand behind, not what is lost. A"
                + " line can stand under several causes, so do not add them up."),
        report.sections().stream().map(this::section).toList());
  }

  private ReportSection section(Section section) {
    return new ReportSection(
        section.currency().getCurrencyCode(),
        List.of(),
        List.of(
            ReportChart.of(
                "Behind each cause, " + section.currency().getCurrencyCode(),
                section.causes().stream()
                    .map(
                        behind ->
                            new Point(
                                plain(behind.cause()),
                                behind.lines().total().amount().minorUnits(),
                                "unmatched"))
                    .toList(),
                minor -> words.amount(minor, section.currency()))),
        section.causes().stream().map(this::table).toList());
  }

  private ReportTable table(Behind behind) {
    Cause cause = behind.cause();
    List<String> columns = new ArrayList<>(List.of(subject(cause), "Lines", "Amount"));
    if (cause == Cause.LATE_LOGGED) {
      columns.add("Days late, half by");
    }
    return words.table(
        plain(cause) + ": " + cause.advice(),
        columns,
        behind.lines(),
        (key, each) -> row(cause, key, each));
  }

  private List<String> row(Cause cause, String key, Spoilt lines) {
    List<String> row = new ArrayList<>();
    row.add(cause == Cause.CATCH_ALL ? request(key) : key);
    row.add(words.count(lines.lines()));
    row.add(words.amount(lines.amount()));
    if (cause == Cause.LATE_LOGGED) {
      OptionalLong days = lines.medianDaysLate();
      row.add(days.isPresent() ? words.count(days.getAsLong()) : "–");
    }
    return row;
  }

  /** The request's id and whose it is; rows of sums are no names. */
  private static String request(String key) {
    if (!key.startsWith("providers/")) {
      return key;
    }
    RequestName request = RequestName.parse(key);
    return request.request() + " of " + request.customer().customer();
  }

  private static String subject(Cause cause) {
    return switch (cause) {
      case NEVER_LOGGED -> "Customer";
      case CATCH_ALL -> "Request";
      case NO_REFERENCE, LATE_LOGGED, NO_NOTES, VAGUE, BLOCK_BILLED -> "Technician";
    };
  }

  private static String plain(Cause cause) {
    String words = cause.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}

package dev.redress.page;

import dev.redress.callback.Outcome;
import dev.redress.identity.CustomerName;
import dev.redress.page.ReportChart.Point;
import dev.redress.report.CallFate;
import dev.redress.report.Calls;
import dev.redress.report.CallsReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes out how calls were made. */
final class CallsView {
  private final ReportWords words = new ReportWords();
  private final CallsReport report;

  CallsView(CallsReport report) {
    this.report = report;
  }

  ReportView view() {
    List<PageFact> facts = new ArrayList<>();
    Instant from = report.query().from();
    Instant to = report.query().to();
    facts.add(
        new PageFact(
            "Due",
            from == null && to == null
                ? "at any time"
                : (from == null ? "" : "from " + words.moment(from) + " ")
                    + (to == null ? "on" : "until " + words.moment(to))));
    CustomerName customer = report.query().customer();
    if (customer != null) {
      facts.add(new PageFact("Customer", customer.customer()));
    }
    facts.add(words.asOf(report.head()));
    return new ReportView(
        "Promised calls",
        report.head().provider(),
        facts,
        List.of(
            "Kept means tried when it was due or before, whatever the outcome. Missed calls still"
                + " wait, or were moved only after they were due. Time to reached counts from when"
                + " a customer was first promised the call, nights and weekends included."),
        report.calls().rows().isEmpty() ? List.of() : List.of(section()));
  }

  private ReportSection section() {
    Calls total = report.calls().total();
    return new ReportSection(
        "By owner",
        List.of(),
        List.of(
            ReportChart.of(
                "What became of the calls",
                Arrays.stream(CallFate.values())
                    .map(fate -> new Point(plain(fate), total.count(fate), kind(fate)))
                    .toList(),
                words::count),
            ReportChart.of(
                "How attempts went",
                Arrays.stream(Outcome.values())
                    .map(outcome -> new Point(plain(outcome), total.count(outcome), "plain"))
                    .toList(),
                words::count)),
        List.of(
            words.table(
                "Calls that were due",
                List.of("Owner", "Due", "Kept", "Late", "Missed", "Kept, %"),
                report.calls(),
                (key, each) ->
                    List.of(
                        key,
                        words.count(each.due()),
                        words.count(each.count(CallFate.KEPT)),
                        words.count(each.count(CallFate.LATE)),
                        words.count(each.count(CallFate.MISSED)),
                        words.percent(each.count(CallFate.KEPT), each.due()))),
            words.table(
                "All others",
                List.of("Owner", "Pending", "Moved", "Exhausted", "Signed off", "Cancelled"),
                report.calls(),
                (key, each) ->
                    List.of(
                        key,
                        words.count(each.count(CallFate.PENDING)),
                        words.count(each.count(CallFate.MOVED)),
                        words.count(each.count(CallFate.EXHAUSTED)),
                        words.count(each.signedOff()),
                        words.count(each.count(CallFate.CANCELLED)))),
            words.table(
                "How attempts went",
                List.of("Owner", "Reached", "No answer", "Hung up", "Wrong number"),
                report.calls(),
                (key, each) ->
                    List.of(
                        key,
                        words.count(each.count(Outcome.REACHED)),
                        words.count(each.count(Outcome.NO_ANSWER)),
                        words.count(each.count(Outcome.HUNG_UP)),
                        words.count(each.count(Outcome.WRONG_NUMBER)))),
            words.table(
                "How long until customers were reached, and how late late calls were",
                List.of("Owner", "Reached: half within", "90 % within", "Late: half by", "90 % by"),
                report.calls(),
                (key, each) ->
                    List.of(
                        key,
                        time(each.toReached().median()),
                        time(each.toReached().percentile(CallsReport.MOST_PERCENT)),
                        time(each.lateness().median()),
                        time(each.lateness().percentile(CallsReport.MOST_PERCENT))))));
  }

  private static String time(Optional<Duration> time) {
    return time.map(each -> "%d h %02d min".formatted(each.toHours(), each.toMinutesPart()))
        .orElse("–");
  }

  private static String kind(CallFate fate) {
    return switch (fate) {
      case KEPT -> "matched";
      case LATE -> "ambiguous";
      case MISSED -> "unmatched";
      case PENDING, MOVED, EXHAUSTED, CANCELLED -> "other";
    };
  }

  private static String plain(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

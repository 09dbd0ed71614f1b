package dev.redress.cli.report;

import com.google.protobuf.Duration;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallsReport;
import dev.redress.v1.CallsReport.Figures;
import dev.redress.v1.CallsReport.OutcomeCount;
import dev.redress.v1.CallsReport.Row;
import dev.redress.v1.GetCallsReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportServiceGrpc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress report callbacks}. */
@Command(
    name = "callbacks",
    description = "Tells how calls were made that customers were promised.",
    headerHeading = "Examples:%n",
    header = {
      "  redress report callbacks --from 2026-11-01 --to 2026-11-30",
      "  redress report callbacks --customer VARN -o csv > callbacks.csv",
      "  redress report callbacks --html callbacks.html",
      ""
    })
public final class CallbacksCommand implements Runnable {
  private static final int MINUTE_SECONDS = 60;
  private static final int HOUR_SECONDS = 3_600;

  private static final Column<Row> OWNER =
      new Column.Text<>("owner", row -> ReportOutput.key(row.getOwner()));

  private final Session session;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only calls to this customer")
  private @Nullable String customer;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only calls that were due on this date or later, in this machine's time zone")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only calls that were due on this date or earlier")
  private @Nullable LocalDate to;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "owners, 1 to 1000 (default 50); all others are one row")
  private int rows;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with plots instead; FILE must not be there yet")
  private @Nullable String html;

  /** A command of a session. */
  public CallbacksCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    GetCallsReportRequest request = request();
    if (html != null) {
      ReportOutput.write(
          session, GetReportPageRequest.newBuilder().setCalls(request).build(), html);
      return;
    }
    CallsReport report =
        ReportOutput.read(session, ReportServiceGrpc.getGetCallsReportMethod(), request);
    switch (session.format()) {
      case TABLE -> show(report);
      case JSON -> session.output().json(report);
      case CSV ->
          session
              .output()
              .csv(
                  rows(report),
                  Stream.of(List.of(OWNER), due(), others(), outcomes(), times())
                      .flatMap(List::stream)
                      .toList());
    }
  }

  private void show(CallsReport report) {
    if (report.getRowsCount() == 0) {
      session.say("No call was due in that time.");
      return;
    }
    List<Row> shown = new ArrayList<>(rows(report));
    shown.add(Row.newBuilder().setOwner("TOTAL").setFigures(report.getTotal()).build());
    table("Calls that were due", shown, due());
    table("All others", shown, others());
    table("How attempts went", shown, outcomes());
    table("How long it took, in hours and minutes", shown, times());
  }

  private void table(String heading, List<Row> shown, List<Column<Row>> columns) {
    Output output = session.output();
    output.heading(heading);
    List<Column<Row>> all = new ArrayList<>();
    all.add(OWNER);
    all.addAll(columns);
    output.table(shown, all, "");
    output.line("");
  }

  private GetCallsReportRequest request() {
    GetCallsReportRequest.Builder request =
        GetCallsReportRequest.newBuilder().setParent(session.provider()).setRowCountMax(rows);
    if (customer != null) {
      request.setCustomer(new Lookup(session).customer(customer));
    }
    if (from != null) {
      request.setStartTime(
          Moments.timestamp(from.atStartOfDay(session.output().zone()).toInstant()));
    }
    if (to != null) {
      request.setEndTime(
          Moments.timestamp(to.plusDays(1).atStartOfDay(session.output().zone()).toInstant()));
    }
    return request.build();
  }

  /** The rows of a report, that of all others last. */
  private static List<Row> rows(CallsReport report) {
    List<Row> rows = new ArrayList<>(report.getRowsList());
    if (report.hasOther()) {
      rows.add(
          Row.newBuilder()
              .setOwner(ReportOutput.others(report.getOtherCount()))
              .setFigures(report.getOther())
              .build());
    }
    return rows;
  }

  private static List<Column<Row>> due() {
    return List.of(
        count("due", CallbacksCommand::due),
        count("kept", Figures::getKeptCount),
        count("late", Figures::getLateCount),
        count("missed", Figures::getMissedCount),
        new Column.Numeric<>(
            "kept_%",
            row -> Numbers.percent(row.getFigures().getKeptCount(), due(row.getFigures()))));
  }

  private static List<Column<Row>> others() {
    return List.of(
        count("pending", Figures::getPendingCount),
        count("moved", Figures::getMovedCount),
        count("exhausted", Figures::getExhaustedCount),
        count("signed_off", Figures::getSignedOffCount),
        count("cancelled", Figures::getCancelledCount));
  }

  private static List<Column<Row>> outcomes() {
    return Stream.of(Callback.Outcome.values())
        .filter(outcome -> outcome != Callback.Outcome.UNRECOGNIZED)
        .filter(outcome -> outcome != Callback.Outcome.OUTCOME_UNSPECIFIED)
        .map(
            outcome ->
                count(
                    outcome.name().toLowerCase(Locale.ROOT),
                    figures ->
                        figures.getOutcomesList().stream()
                            .filter(each -> each.getOutcome() == outcome)
                            .mapToLong(OutcomeCount::getCount)
                            .sum()))
        .toList();
  }

  private static List<Column<Row>> times() {
    return List.of(
        new Column.Numeric<>(
            "reached_half_within",
            row ->
                row.getFigures().hasMedianTimeToReached()
                    ? time(row.getFigures().getMedianTimeToReached())
                    : ""),
        new Column.Numeric<>(
            "90_%_within",
            row ->
                row.getFigures().hasPercentile90TimeToReached()
                    ? time(row.getFigures().getPercentile90TimeToReached())
                    : ""),
        new Column.Numeric<>(
            "late_half_by",
            row ->
                row.getFigures().hasMedianLateness()
                    ? time(row.getFigures().getMedianLateness())
                    : ""),
        new Column.Numeric<>(
            "late_90_%_by",
            row ->
                row.getFigures().hasPercentile90Lateness()
                    ? time(row.getFigures().getPercentile90Lateness())
                    : ""));
  }

  private static long due(Figures figures) {
    return figures.getKeptCount() + figures.getLateCount() + figures.getMissedCount();
  }

  private static Column<Row> count(String name, ToLongFunction<Figures> count) {
    return new Column.Numeric<>(name, row -> Long.toString(count.applyAsLong(row.getFigures())));
  }

  private static String time(Duration time) {
    return "%d:%02d"
        .formatted(
            time.getSeconds() / HOUR_SECONDS, time.getSeconds() % HOUR_SECONDS / MINUTE_SECONDS);
  }
}

package dev.redress.cli.report;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.GetUpstreamReportRequest;
import dev.redress.v1.ReportServiceGrpc;
import dev.redress.v1.UpstreamReport;
import dev.redress.v1.UpstreamReport.Behind;
import dev.redress.v1.UpstreamReport.Cause;
import dev.redress.v1.UpstreamReport.Figures;
import dev.redress.v1.UpstreamReport.Section;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress report upstream}. */
@Command(
    name = "upstream",
    description = "Tells what to fix before anything is billed, most money first.",
    headerHeading = "Examples:%n",
    header = {
      "  redress report upstream",
      "  redress report upstream --customer VARN --from 2026-09-01 --to 2026-09-30",
      "  redress report upstream --rows 100 -o csv > upstream.csv",
      "  redress report upstream --html upstream.html",
      ""
    })
public final class UpstreamCommand implements Runnable {
  private static final List<Column<Shown>> FIGURES =
      List.of(
          new Column.Text<>("who", Shown::who),
          new Column.Numeric<>("lines", row -> Long.toString(row.figures.getLineCount())),
          new Column.Numeric<>("amount", row -> Amounts.number(row.figures.getAmount())),
          new Column.Numeric<>(
              "days_late",
              row ->
                  row.figures.hasMedianDaysLate()
                      ? Long.toString(row.figures.getMedianDaysLate())
                      : ""));

  private final Session session;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only lines of this customer")
  private @Nullable String customer;

  @Option(
      names = "--from",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only work from this date on")
  private @Nullable LocalDate from;

  @Option(
      names = "--to",
      paramLabel = "DATE",
      converter = DateConverter.class,
      description = "only work up to and with this date")
  private @Nullable LocalDate to;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows for each cause, 1 to 1000 (default 5); all others are one row")
  private int rows;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with plots instead; FILE must not be there yet")
  private @Nullable String html;

  /** A command of a session. */
  public UpstreamCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    GetUpstreamReportRequest request = request();
    if (html != null) {
      ReportOutput.write(
          session, GetReportPageRequest.newBuilder().setUpstream(request).build(), html);
      return;
    }
    UpstreamReport report =
        ReportOutput.read(session, ReportServiceGrpc.getGetUpstreamReportMethod(), request);
    switch (session.format()) {
      case TABLE -> show(report);
      case JSON -> session.output().json(report);
      case CSV -> csv(report);
    }
  }

  private void csv(UpstreamReport report) {
    List<Shown> shown = new ArrayList<>();
    for (Section section : report.getSectionsList()) {
      section.getCausesList().forEach(behind -> shown.addAll(rows(behind)));
    }
    List<Column<Shown>> columns = new ArrayList<>();
    columns.add(new Column.State<>("cause", row -> row.behind.getCause()));
    columns.addAll(FIGURES);
    columns.add(new Column.Text<>("currency", row -> row.figures.getAmount().getCurrencyCode()));
    columns.add(new Column.Text<>("advice", row -> row.behind.getAdvice()));
    session.output().csv(shown, columns);
  }

  private void show(UpstreamReport report) {
    if (report.getSectionsCount() == 0) {
      session.say("Nothing to show.");
    }
    Output output = session.output();
    for (Section section : report.getSectionsList()) {
      for (Behind behind : section.getCausesList()) {
        List<Shown> shown = new ArrayList<>(rows(behind));
        shown.add(new Shown(behind, "TOTAL", behind.getTotal()));
        output.heading(section.getCurrencyCode() + ": " + behind.getCause());
        output.line(behind.getAdvice());
        output.table(shown, FIGURES, "");
        output.line("");
      }
    }
  }

  private GetUpstreamReportRequest request() {
    GetUpstreamReportRequest.Builder request =
        GetUpstreamReportRequest.newBuilder().setParent(session.provider()).setRowCountMax(rows);
    if (customer != null) {
      request.setCustomer(new Lookup(session).customer(customer));
    }
    if (from != null) {
      request.setFromDate(Moments.date(from));
    }
    if (to != null) {
      request.setToDate(Moments.date(to));
    }
    return request.build();
  }

  /** The rows of a cause, that of all others last. */
  private static List<Shown> rows(Behind behind) {
    List<Shown> rows = new ArrayList<>();
    behind
        .getRowsList()
        .forEach(row -> rows.add(new Shown(behind, row.getSubject(), row.getFigures())));
    if (behind.hasOther()) {
      rows.add(new Shown(behind, ReportOutput.others(behind.getOtherCount()), behind.getOther()));
    }
    return rows;
  }

  /**
   * A row as it is shown.
   *
   * @param subject a customer, a technician or the name of a request
   */
  private record Shown(Behind behind, String subject, Figures figures) {

    String who() {
      return behind.getCause() == Cause.CATCH_ALL && ResourceName.isFull(subject)
          ? ResourceName.lastId(subject) + " of " + ResourceName.id(subject, "customers")
          : ReportOutput.key(subject);
    }
  }
}

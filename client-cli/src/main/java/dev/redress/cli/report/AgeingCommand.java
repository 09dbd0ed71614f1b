package dev.redress.cli.report;

import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AgeingReport;
import dev.redress.v1.AgeingReport.Row;
import dev.redress.v1.AgeingReport.Section;
import dev.redress.v1.GetAgeingReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportServiceGrpc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress report ageing}. */
@Command(
    name = "ageing",
    description = "Tells how old open disputes are, and what is overdue about them.",
    headerHeading = "Examples:%n",
    header = {
      "  redress report ageing",
      "  redress report ageing --by customer -o csv > ageing.csv",
      "  redress report ageing --by state --html ageing.html",
      ""
    })
public final class AgeingCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--by",
      paramLabel = "DIMENSION",
      converter = AgeChoice.class,
      completionCandidates = AgeChoice.class,
      defaultValue = "age",
      description = "age (default), state or customer")
  private AgeingReport.Dimension by = AgeingReport.Dimension.AGE;

  @Option(
      names = "--customer",
      paramLabel = "CUSTOMER",
      description = "only disputes of this customer")
  private @Nullable String customer;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "0",
      description = "rows for each currency, 1 to 1000 (default 50); all others are one row")
  private int rows;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with plots instead; FILE must not be there yet")
  private @Nullable String html;

  /** A command of a session. */
  public AgeingCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    GetAgeingReportRequest.Builder request =
        GetAgeingReportRequest.newBuilder()
            .setParent(session.provider())
            .setDimension(by)
            .setRowCountMax(rows);
    if (customer != null) {
      request.setCustomer(new Lookup(session).customer(customer));
    }
    if (html != null) {
      ReportOutput.write(
          session, GetReportPageRequest.newBuilder().setAgeing(request).build(), html);
      return;
    }
    AgeingReport report =
        ReportOutput.read(session, ReportServiceGrpc.getGetAgeingReportMethod(), request.build());
    switch (session.format()) {
      case TABLE -> show(report);
      case JSON -> session.output().json(report);
      case CSV ->
          session
              .output()
              .csv(
                  report.getSectionsList().stream()
                      .flatMap(section -> AgeingCommand.rows(section).stream())
                      .toList(),
                  columns());
    }
  }

  private void show(AgeingReport report) {
    if (report.getSectionsCount() == 0) {
      session.say("No dispute is open.");
    }
    Output output = session.output();
    for (Section section : report.getSectionsList()) {
      List<Row> shown = new ArrayList<>(rows(section));
      shown.add(Row.newBuilder().setKey("TOTAL").setFigures(section.getTotal()).build());
      output.heading(section.getCurrencyCode() + ": open disputes");
      output.table(shown, columns(), "");
      output.line("");
    }
  }

  /** The rows of a section, that of all others last. */
  private static List<Row> rows(Section section) {
    List<Row> rows = new ArrayList<>(section.getRowsList());
    if (section.hasOther()) {
      rows.add(
          Row.newBuilder()
              .setKey(ReportOutput.others(section.getOtherCount()))
              .setFigures(section.getOther())
              .build());
    }
    return rows;
  }

  private List<Column<Row>> columns() {
    // A spreadsheet would take 8-14 for a day in August.
    String unit = by == AgeingReport.Dimension.AGE ? " days" : "";
    return List.of(
        new Column.Text<>(
            by.name().toLowerCase(Locale.ROOT),
            row -> row.getKey() + (isBand(row.getKey()) ? unit : "")),
        new Column.Numeric<>("disputes", row -> Long.toString(row.getFigures().getDisputeCount())),
        new Column.Numeric<>(
            "disputed", row -> Amounts.number(row.getFigures().getDisputedAmount())),
        new Column.Text<>(
            "currency", row -> row.getFigures().getDisputedAmount().getCurrencyCode()),
        new Column.Numeric<>(
            "not_reached", row -> Long.toString(row.getFigures().getNotReachedCount())),
        new Column.Numeric<>(
            "answer_late", row -> Long.toString(row.getFigures().getOverdueCount())),
        new Column.Numeric<>(
            "oldest_days", row -> Long.toString(row.getFigures().getOldestDays())));
  }

  /** All bands end with a number of days. */
  private static boolean isBand(String key) {
    return Character.isDigit(key.charAt(key.length() - 1));
  }
}

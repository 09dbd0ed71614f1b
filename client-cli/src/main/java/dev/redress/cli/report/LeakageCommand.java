package dev.redress.cli.report;

import dev.redress.cli.option.DateConverter;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetLeakageReportRequest;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.LeakageReport;
import dev.redress.v1.LeakageReport.Section;
import dev.redress.v1.ReportServiceGrpc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress report leakage}. */
@Command(
    name = "leakage",
    description = "Adds up what was billed and may not stand, and what was given back.",
    headerHeading = "Examples:%n",
    header = {
      "  redress report leakage",
      "  redress report leakage --by technician --from 2026-09-01 --to 2026-09-30",
      "  redress report leakage --by reason --customer VARN -o csv > leakage.csv",
      "  redress report leakage --by month --html leakage.html",
      ""
    })
public final class LeakageCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--by",
      paramLabel = "DIMENSION",
      converter = DimensionChoice.class,
      completionCandidates = DimensionChoice.class,
      defaultValue = "customer",
      description = "customer (default), month, technician or reason")
  private LeakageReport.Dimension by = LeakageReport.Dimension.CUSTOMER;

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
      description = "rows for each currency, 1 to 1000 (default 50); all others are one row")
  private int rows;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page with plots instead; FILE must not be there yet")
  private @Nullable String html;

  /** A command of a session. */
  public LeakageCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    GetLeakageReportRequest request = request();
    if (html != null) {
      ReportOutput.write(
          session, GetReportPageRequest.newBuilder().setLeakage(request).build(), html);
      return;
    }
    LeakageReport report =
        ReportOutput.read(session, ReportServiceGrpc.getGetLeakageReportMethod(), request);
    switch (session.format()) {
      case TABLE -> show(report);
      case JSON -> session.output().json(report);
      case CSV ->
          session
              .output()
              .csv(
                  report.getSectionsList().stream()
                      .flatMap(
                          section ->
                              Stream.concat(
                                  LeakageRow.leakage(section).stream(),
                                  LeakageRow.underbilling(section).stream()))
                      .toList(),
                  LeakageRow.csv(by));
    }
  }

  private void show(LeakageReport report) {
    if (report.getSectionsCount() == 0) {
      session.say("Nothing to show.");
    }
    Output output = session.output();
    for (Section section : report.getSectionsList()) {
      List<LeakageRow> leakage =
          with(LeakageRow.leakage(section), LeakageRow.leakageTotal(section));
      table(
          section.getCurrencyCode() + ": what was billed and may not stand",
          leakage,
          LeakageRow.billed(by));
      output.line("");
      table(
          section.getCurrencyCode() + ": what was asked back, and what came of it",
          leakage.stream().filter(LeakageRow::wasAskedBack).toList(),
          LeakageRow.disputed(by));
      output.line("");
      if (section.getUnderbillingTotal().getLineCount() > 0) {
        table(
            section.getCurrencyCode() + ": billed too low; for your own knowledge, never a claim",
            with(LeakageRow.underbilling(section), LeakageRow.underbillingTotal(section)),
            LeakageRow.underbilled(by));
        output.line("");
      }
    }
  }

  private void table(String heading, List<LeakageRow> rows, List<Column<LeakageRow>> columns) {
    session.output().heading(heading);
    session.output().table(rows, columns, "");
  }

  private static List<LeakageRow> with(List<LeakageRow> rows, LeakageRow total) {
    List<LeakageRow> all = new ArrayList<>(rows);
    all.add(total);
    return all;
  }

  private GetLeakageReportRequest request() {
    GetLeakageReportRequest.Builder request =
        GetLeakageReportRequest.newBuilder()
            .setParent(session.provider())
            .setDimension(by)
            .setRowCountMax(rows);
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
}

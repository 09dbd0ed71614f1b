package dev.redress.cli.report;

import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc;

/** What all commands of reports do alike. */
final class ReportOutput {
  /** What stands for something that nobody said. */
  private static final String NONE = "(none)";

  private ReportOutput() {}

  /** Writes the page of a report to a new file. */
  static void write(Session session, GetReportPageRequest request, String file) {
    ReportPage page =
        session.connection().read(ReportServiceGrpc.getGetReportPageMethod(), request);
    NewFile.write(file, page.getContent().toByteArray(), "--html");
    session.say("Wrote " + page.getContent().size() + " bytes to " + file + ".");
  }

  /** A key of a row; one that says nothing is told in brackets. */
  static String key(String key) {
    return key.isBlank() ? NONE : key;
  }

  /** The key of what is not told row by row. */
  static String others(int count) {
    return count == 1 ? "1 other" : count + " others";
  }
}

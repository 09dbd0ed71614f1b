package dev.redress.cli.report;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.NewFile;
import dev.redress.cli.session.Session;
import dev.redress.v1.GetReportPageRequest;
import dev.redress.v1.ReportPage;
import dev.redress.v1.ReportServiceGrpc;
import io.grpc.MethodDescriptor;

/** What all commands of reports do alike. */
final class ReportOutput {
  /** What stands for something that nobody said. */
  private static final String NONE = "(none)";

  private ReportOutput() {}

  /** Writes the page of a report to a new file. */
  static void write(Session session, GetReportPageRequest request, String file) {
    ReportPage page = read(session, ReportServiceGrpc.getGetReportPageMethod(), request);
    NewFile.write(file, page.getContent().toByteArray(), "--html");
    session.say("Wrote " + page.getContent().size() + " bytes to " + file + ".");
  }

  /** Asks for a report, which the server adds up from all that there is. */
  static <Q, R> R read(Session session, MethodDescriptor<Q, R> method, Q request) {
    return session.connection().read(method, request, Connection.MATCHING_TIME);
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

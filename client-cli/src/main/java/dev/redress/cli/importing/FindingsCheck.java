package dev.redress.cli.importing;

import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.finding.FindingColumns;
import dev.redress.cli.output.Output;
import dev.redress.cli.reconciliation.CoverageTable;
import dev.redress.cli.session.Session;
import dev.redress.cli.verdict.Verdicts;
import dev.redress.v1.Finding;
import dev.redress.v1.Import;
import dev.redress.v1.ImportFileRequest;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.ReconcileFileRequest;
import dev.redress.v1.ReconcileFileResponse;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import java.util.List;

/** What is wrong with a bill that is not out yet: answers for a file of invoices as if it were. */
final class FindingsCheck {
  private final Session session;

  /** By the session's server. */
  FindingsCheck(Session session) {
    this.session = session;
  }

  /**
   * Sends the file and shows its problems, its coverage, the lines that would not stand, and what
   * is wrong with them.
   *
   * @return 0, or 8 when rows were rejected
   */
  int check(FileSource source, ImportHeader header) {
    long start = System.nanoTime();
    ReconcileFileResponse answer =
        new Uploader(session)
            .upload(
                ReconciliationServiceGrpc.getReconcileFileMethod(),
                FindingsCheck::message,
                source,
                header);
    Import file = answer.getImport();
    session.say(ImportReport.summary(file, System.nanoTime() - start));
    switch (session.format()) {
      case TABLE -> print(answer);
      case JSON -> session.output().json(answer);
      case CSV -> session.output().csv(findings(answer), FindingColumns.ofDrafts());
    }
    if (answer.getReconciliation().getState() == Reconciliation.State.INCONCLUSIVE) {
      session.say("Inconclusive: there were no lines or no requests, so nothing was audited.");
    }
    ImportReport.notices(file).forEach(session::say);
    session.say("Nothing was stored.");
    session.sayNext("import invoices FILE");
    return (file.getRowsRejected() > 0 ? ExitCode.ROWS_REJECTED : ExitCode.OK).number();
  }

  private static ReconcileFileRequest message(ImportFileRequest part) {
    return part.hasHeader()
        ? ReconcileFileRequest.newBuilder().setHeader(part.getHeader()).build()
        : ReconcileFileRequest.newBuilder().setContent(part.getContent()).build();
  }

  private void print(ReconcileFileResponse answer) {
    Output output = session.output();
    Import file = answer.getImport();
    if (file.getRowsRejected() > 0) {
      output.list(ImportReport.problems(session, file), ImportReport.columns());
      output.line("");
    }
    CoverageTable.print(output, answer.getReconciliation().getCoverage());
    if (answer.getOpenVerdictsCount() > 0) {
      output.line("");
      output.table(answer.getOpenVerdictsList(), Verdicts.columns(), "");
    }
    List<Finding> findings = findings(answer);
    if (!findings.isEmpty()) {
      output.line("");
      output.table(findings, FindingColumns.ofDrafts(), "");
    }
  }

  private static List<Finding> findings(ReconcileFileResponse answer) {
    return answer.getOpenVerdictsList().stream()
        .map(Verdict::getFindingDetailsList)
        .flatMap(List::stream)
        .toList();
  }
}

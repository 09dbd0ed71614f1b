package dev.redress.cli.demo;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.dispute.Disputes;
import dev.redress.cli.importing.FileSource;
import dev.redress.cli.importing.ImportKind;
import dev.redress.cli.importing.ImportReport;
import dev.redress.cli.importing.Uploader;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Output;
import dev.redress.cli.output.Terminal;
import dev.redress.cli.reconciliation.CoverageTable;
import dev.redress.cli.reconciliation.ReconciliationRun;
import dev.redress.cli.session.Session;
import dev.redress.cli.session.ShellWord;
import dev.redress.cli.verdict.Explanation;
import dev.redress.v1.Dispute;
import dev.redress.v1.Import;
import dev.redress.v1.ImportHeader;
import dev.redress.v1.Reconciliation;
import dev.redress.v1.ReconciliationScope;
import dev.redress.v1.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sample month from import to the calls that are due, told on the way. */
final class DemoStory {
  /** In the order in which each refers to those before. */
  private static final List<ImportKind> KINDS =
      List.of(
          ImportKind.CUSTOMERS, ImportKind.REQUESTS, ImportKind.TIME_ENTRIES, ImportKind.INVOICES);

  private static final List<Column<Dispute>> DISPUTE_COLUMNS =
      List.of(
          new Column.Name<>("customer", Dispute::getCustomer),
          new Column.Name<>("invoice", Dispute::getInvoice),
          new Column.Numeric<>("lines", it -> Integer.toString(it.getLinesCount())),
          new Column.Amount<>("disputed", Dispute::getDisputedAmount),
          new Column.Text<>("who_calls", Dispute::getOwner),
          new Column.Moment<>("call_due", Dispute::getCallbackDueTime),
          new Column.Name<>("dispute", Dispute::getName));

  private final Session session;
  private final Output output;

  /** A story of the session's server. */
  DemoStory(Session session) {
    this.session = session;
    this.output = session.output();
  }

  /**
   * Tells it.
   *
   * @param serverStays whether the server is still there for the commands that come next
   */
  void tell(boolean serverStays) {
    chapter("1. Import the month of a service provider with three customers");
    for (ImportKind kind : KINDS) {
      importSample(kind);
    }
    chapter("2. Tie each labor line to what the customer asked for");
    Reconciliation run = ReconciliationRun.run(session, ReconciliationScope.getDefaultInstance());
    CoverageTable.print(output, run.getCoverage());
    chapter("3. What nobody asked for is disputed, and a call is promised");
    List<Dispute> disputes = new ArrayList<>();
    Disputes.list(session, new Filter().isTrue("open", true)).forEachRemaining(disputes::add);
    output.table(disputes, DISPUTE_COLUMNS, "");
    Optional<Verdict> match = DemoPicks.match(session);
    if (match.isPresent()) {
      chapter("4. A line that stands, and why");
      Explanation.print(output, match.get(), 1);
    }
    Optional<Verdict> nonMatch = DemoPicks.nonMatch(session);
    if (nonMatch.isPresent()) {
      chapter("5. A line that does not stand, and why");
      Explanation.print(output, nonMatch.get(), 1);
    }
    chapter("Next");
    if (serverStays) {
      nextSteps(disputes, match).forEach(step -> output.line("  " + session.command(step)));
    } else {
      output.line("  redress demo --keep --port 7443");
      nextSteps(List.of(), match).forEach(step -> output.line("  redress " + step));
    }
    session.terminal().flush();
  }

  private void importSample(ImportKind kind) {
    long start = System.nanoTime();
    Import done =
        new Uploader(session)
            .upload(
                FileSource.ofResource("/sample/" + kind + ".csv"),
                ImportHeader.newBuilder().setKind(kind.kind()).setFormat("redress").build());
    output.line("  " + kind + ": " + ImportReport.summary(done, System.nanoTime() - start));
  }

  private void chapter(String title) {
    Terminal terminal = session.terminal();
    terminal.out().println();
    output.heading(title);
    terminal.flush();
  }

  private static List<String> nextSteps(List<Dispute> disputes, Optional<Verdict> match) {
    List<String> steps = new ArrayList<>();
    steps.add("verdict list --verdict AMBIGUOUS");
    match.ifPresent(verdict -> steps.add("verdict explain " + ShellWord.of(verdict.getLineId())));
    steps.add("dispute list");
    if (!disputes.isEmpty()) {
      Dispute first = disputes.getFirst();
      String id = ResourceName.lastId(first.getName());
      steps.add("dispute show " + id);
      steps.add("callback log " + ResourceName.lastId(first.getCallback()) + " --outcome REACHED");
      steps.add("dispute resolve " + id + " --all-lines CREDITED");
    }
    steps.add("callback list");
    steps.add("verify");
    return steps;
  }
}

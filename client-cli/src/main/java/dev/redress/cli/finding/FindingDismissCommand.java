package dev.redress.cli.finding;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DismissFindingRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.ReconciliationServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress finding dismiss}. */
@Command(
    name = "dismiss",
    description = "Records that a finding does not matter, for as long as its line says the same.",
    headerHeading = "Examples:%n",
    header = {"  redress finding dismiss 26091-03 DUPLICATE --reason 'two printers, two jams'", ""})
public final class FindingDismissCommand implements Runnable {
  private final Session session;

  @Parameters(index = "0", paramLabel = "LINE", description = "the line's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String line;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      converter = CodeChoice.class,
      completionCandidates = CodeChoice.class,
      description = "what was found: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private Finding.Code code;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why it does not matter")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public FindingDismissCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Finding dismissed =
        session
            .connection()
            .change(
                ReconciliationServiceGrpc.getDismissFindingMethod(),
                DismissFindingRequest.newBuilder()
                    .setLine(new Lookup(session).line(line))
                    .setCode(code)
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(dismissed, FindingColumns.columns());
    session.say("Dismissed; later runs leave it at that unless the line changes.");
  }
}

package dev.redress.cli.finding;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Finding;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RestoreFindingRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress finding restore}. */
@Command(
    name = "restore",
    description = "Takes back that a finding was dismissed.",
    headerHeading = "Examples:%n",
    header = {"  redress finding restore 26091-03 DUPLICATE", ""})
public final class FindingRestoreCommand implements Runnable {
  private final Session session;

  @Parameters(index = "0", paramLabel = "LINE", description = "the line's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String line;

  @Parameters(
      index = "1",
      paramLabel = "CODE",
      converter = CodeChoice.class,
      completionCandidates = CodeChoice.class,
      description = "what was dismissed: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private Finding.Code code;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why it matters after all")
  private String reason = "";

  /** A command of a session. */
  public FindingRestoreCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Finding restored =
        session
            .connection()
            .change(
                ReconciliationServiceGrpc.getRestoreFindingMethod(),
                RestoreFindingRequest.newBuilder()
                    .setLine(new Lookup(session).line(line))
                    .setCode(code)
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(restored, FindingColumns.columns());
    session.say("Restored; what follows from it follows from the next run on.");
    session.sayNext("reconcile");
  }
}

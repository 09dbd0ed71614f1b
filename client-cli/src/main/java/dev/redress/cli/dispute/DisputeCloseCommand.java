package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.CloseDisputeRequest;
import dev.redress.v1.DisputeServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute close}.
 *
 * <p>Nobody has to: a dispute that has ended closes by itself when its cooling-off is over.
 */
@Command(
    name = "close",
    description = "Closes for good a dispute that has ended, before it does so by itself.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute close 0199d2f0-6c1a-7000-8000-000000000001 --note 'customer agrees'",
      ""
    })
public final class DisputeCloseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "why")
  private String note = "";

  /** A command of a session. */
  public DisputeCloseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Disputes.report(
        session,
        "The dispute is closed for good; it cannot be reopened.",
        session
            .connection()
            .change(
                DisputeServiceGrpc.getCloseDisputeMethod(),
                CloseDisputeRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build()));
  }
}

package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ReopenDisputeRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute reopen}.
 *
 * <p>What was credited stays credited; the rest is disputed again, and somebody must be called
 * again.
 */
@Command(
    name = "reopen",
    description = "Opens a dispute again that has ended and is not closed; a new call is promised.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute reopen 0199d2f0-6c1a-7000-8000-000000000001 \\",
      "      --reason 'the credit note never came'",
      ""
    },
    footerHeading = "%n",
    footer = "From the second time on it goes to the account manager's superior.")
public final class DisputeReopenCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public DisputeReopenCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Dispute reopened =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getReopenDisputeMethod(),
                ReopenDisputeRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    Disputes.report(
        session,
        "The dispute is open again ("
            + Disputes.times(reopened.getReopenCount())
            + " so far); "
            + reopened.getOwner()
            + " owns it, and a call is due "
            + Moments.local(reopened.getCallbackDueTime(), session.output().zone())
            + ".",
        reopened);
  }
}

package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ApproveResolutionRequest;
import dev.redress.v1.DisputeServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute approve}.
 *
 * <p>Acts on whatever was proposed last; who must see a certain proposal approves it through the
 * API with its etag.
 */
@Command(
    name = "approve",
    description = "Approves the outcomes that were proposed for a dispute.",
    headerHeading = "Examples:%n",
    header = {"  redress dispute approve 0199d2f0-6c1a-7000-8000-000000000001", ""})
public final class DisputeApproveCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeApproveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Disputes.report(
        session,
        "The proposal is approved.",
        session
            .connection()
            .change(
                DisputeServiceGrpc.getApproveResolutionMethod(),
                ApproveResolutionRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setRequestId(Connection.newRequestId())
                    .build()));
  }
}

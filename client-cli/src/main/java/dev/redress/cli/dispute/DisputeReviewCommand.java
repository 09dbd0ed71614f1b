package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.BeginReviewRequest;
import dev.redress.v1.DisputeServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute review}.
 *
 * <p>The first step of the long way to an end: review, propose, approve, resolve. The short way is
 * {@code resolve} with outcomes.
 */
@Command(
    name = "review",
    description = "Takes a dispute into review.",
    headerHeading = "Examples:%n",
    header = {"  redress dispute review 0199d2f0-6c1a-7000-8000-000000000001", ""})
public final class DisputeReviewCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeReviewCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Disputes.report(
        session,
        "The dispute is in review.",
        session
            .connection()
            .change(
                DisputeServiceGrpc.getBeginReviewMethod(),
                BeginReviewRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setRequestId(Connection.newRequestId())
                    .build()));
  }
}

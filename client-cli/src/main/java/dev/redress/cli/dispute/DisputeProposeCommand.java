package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ProposeResolutionRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute propose}.
 *
 * <p>The dispute is read first, to put a decision to each of its lines; its etag goes along, so
 * that a line that joined in between is not decided unseen.
 */
@Command(
    name = "propose",
    description = "Proposes an outcome for each line of a dispute that is in review.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute propose 0199d2f0-6c1a-7000-8000-000000000001 --all-lines CREDITED",
      "  redress dispute propose 0199d2f0-6c1a-7000-8000-000000000001 --all-lines EXPLAINED \\",
      "      --outcome 26091-07=PARTIALLY_CREDITED:40.50",
      ""
    })
public final class DisputeProposeCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Mixin private final OutcomeOptions outcomes = new OutcomeOptions();

  /** A command of a session. */
  public DisputeProposeCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Dispute seen = Disputes.get(session, dispute);
    Dispute proposed =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getProposeResolutionMethod(),
                ProposeResolutionRequest.newBuilder()
                    .setName(seen.getName())
                    .setEtag(seen.getEtag())
                    .addAllLineOutcomes(outcomes.of(seen))
                    .setOtherLinesOutcome(outcomes.ofOthers(seen))
                    .setRequestId(Connection.newRequestId())
                    .build());
    Disputes.report(
        session,
        proposed.getState() == Dispute.State.APPROVED
            ? "The outcomes are proposed, and approved at once as goodwill."
            : "The outcomes are proposed.",
        proposed);
  }
}

package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ResolveRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute resolve}.
 *
 * <p>With outcomes it goes from any open state to the end in one go, without them it carries out
 * what was approved. The etag of the dispute as it was read goes along, so that a line that joined
 * in between is not decided unseen.
 */
@Command(
    name = "resolve",
    description = "Ends a dispute and issues its credits; the customer must have been reached.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute resolve 0199d2f0-6c1a-7000-8000-000000000001",
      "  redress dispute resolve 0199d2f0-6c1a-7000-8000-000000000001 --all-lines EXPLAINED \\",
      "      --outcome 26091-07=PARTIALLY_CREDITED:40.50",
      ""
    },
    footerHeading = "%n",
    footer = "Without an outcome, what was approved is carried out.")
public final class DisputeResolveCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Mixin private final OutcomeOptions outcomes = new OutcomeOptions();

  /** A command of a session. */
  public DisputeResolveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Dispute seen = Disputes.get(session, dispute);
    ResolveRequest.Builder request =
        ResolveRequest.newBuilder()
            .setName(seen.getName())
            .setEtag(seen.getEtag())
            .addAllLineOutcomes(outcomes.of(seen))
            .setOtherLinesOutcome(outcomes.ofOthers(seen))
            .setRequestId(Connection.newRequestId());
    Dispute resolved =
        session.connection().change(DisputeServiceGrpc.getResolveMethod(), request.build());
    Disputes.report(
        session,
        "The dispute is resolved; credited "
            + Amounts.text(resolved.getCreditedAmount())
            + Disputes.closing(session, resolved)
            + ".",
        resolved);
  }
}

package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AcceptLineRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress verdict accept}.
 *
 * <p>A reason is asked for: it stands in the sentence that the customer reads.
 */
@Command(
    name = "accept",
    description = "Records that no request is behind a labor line and the customer accepts it.",
    headerHeading = "Examples:%n",
    header = {"  redress verdict accept 26091-03 --reason 'agreed by phone on 3 October'", ""})
public final class VerdictAcceptCommand extends DecisionCommand {
  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why the customer accepts it")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public VerdictAcceptCommand(Session session) {
    super(session);
  }

  @Override
  Decided decide(Lookup lookup, String lineName) {
    Verdict verdict =
        send(
            ReconciliationServiceGrpc.getAcceptLineMethod(),
            AcceptLineRequest.newBuilder()
                .setLine(lineName)
                .setReason(reason)
                .setRequestId(Connection.newRequestId())
                .build());
    return new Decided(
        verdict,
        "Accepted: line "
            + id(lineName)
            + " needs no request and is not disputed for want of one.");
  }
}

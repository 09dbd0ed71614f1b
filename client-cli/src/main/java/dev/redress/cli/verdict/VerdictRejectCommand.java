package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.RejectMatchRequest;
import dev.redress.v1.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress verdict reject}.
 *
 * <p>A reason is asked for: a rejected match binds all later runs, and somebody will want to know
 * why.
 */
@Command(
    name = "reject",
    description = "Records that a labor line is not for a request; later runs are bound by it.",
    headerHeading = "Examples:%n",
    header = {"  redress verdict reject 26091-03 NG-1045 --reason 'another office'", ""})
public final class VerdictRejectCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      paramLabel = "REQUEST",
      description = "the request's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String request;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why, for those who look later")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public VerdictRejectCommand(Session session) {
    super(session);
  }

  @Override
  Decided decide(Lookup lookup, String lineName) {
    String requestName = lookup.request(lineName, request);
    Verdict verdict =
        send(
            ReconciliationServiceGrpc.getRejectMatchMethod(),
            RejectMatchRequest.newBuilder()
                .setLine(lineName)
                .setRequest(requestName)
                .setReason(reason)
                .setRequestId(Connection.newRequestId())
                .build());
    return new Decided(
        verdict,
        "Rejected: line "
            + id(lineName)
            + " is not for request "
            + id(requestName)
            + "; it is now "
            + verdict.getVerdict()
            + ".");
  }
}

package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress verdict confirm}. */
@Command(
    name = "confirm",
    description = "Records that a labor line is for a request; later runs are bound by it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict confirm 26091-03 NG-1045",
      "  redress verdict confirm 26091-03 NG-1045 --reason 'the user said so on the phone'",
      ""
    })
public final class VerdictConfirmCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      paramLabel = "REQUEST",
      description = "the request's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String request;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "why, for those who look later")
  private String reason = "";

  /** A command of a session. */
  public VerdictConfirmCommand(Session session) {
    super(session);
  }

  @Override
  Decided decide(Lookup lookup, String lineName) {
    String requestName = lookup.request(lineName, request);
    Verdict verdict =
        send(
            ReconciliationServiceGrpc.getConfirmMatchMethod(),
            ConfirmMatchRequest.newBuilder()
                .setLine(lineName)
                .setRequest(requestName)
                .setReason(reason)
                .setRequestId(Connection.newRequestId())
                .build());
    return new Decided(
        verdict,
        "Confirmed: line "
            + id(lineName)
            + " is for request "
            + id(requestName)
            + "; it is now "
            + verdict.getVerdict()
            + ".");
  }
}

package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.UndoDecisionRequest;
import dev.redress.v1.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress verdict undo}. */
@Command(
    name = "undo",
    description = "Takes back that a labor line was confirmed, rejected, split or accepted.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict undo 26091-03 NG-1045",
      "  redress verdict undo 26091-03              that it was accepted",
      ""
    })
public final class VerdictUndoCommand extends DecisionCommand {
  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REQUEST",
      description =
          "the request that was confirmed or rejected or is a part; none: that it was accepted")
  private @Nullable String request;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "why, for those who look later")
  private String reason = "";

  /** A command of a session. */
  public VerdictUndoCommand(Session session) {
    super(session);
  }

  @Override
  Decided decide(Lookup lookup, String lineName) {
    String requestName = request == null ? "" : lookup.request(lineName, request);
    Verdict verdict =
        send(
            ReconciliationServiceGrpc.getUndoDecisionMethod(),
            UndoDecisionRequest.newBuilder()
                .setLine(lineName)
                .setRequest(requestName)
                .setReason(reason)
                .setRequestId(Connection.newRequestId())
                .build());
    return new Decided(
        verdict, "Taken back; line " + id(lineName) + " is now " + verdict.getVerdict() + ".");
  }
}

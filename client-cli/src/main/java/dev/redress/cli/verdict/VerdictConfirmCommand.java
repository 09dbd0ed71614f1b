package dev.redress.cli.verdict;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.ConfirmMatchRequest;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress verdict confirm}.
 *
 * <p>The request is looked for among those of the line's customer. The server answers for the whole
 * customer anew, since one line's request is no longer free for the others; that takes longer than
 * other calls.
 */
@Command(
    name = "confirm",
    description = "Records that a labor line is for a request; later runs are bound by it.",
    headerHeading = "Examples:%n",
    header = {
      "  redress verdict confirm 26091-03 NG-1045",
      "  redress verdict confirm 26091-03 NG-1045 --reason 'the user said so on the phone'",
      ""
    })
public final class VerdictConfirmCommand implements Runnable {
  private final Session session;

  @Parameters(index = "0", paramLabel = "LINE", description = "the line's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String line;

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
    this.session = session;
  }

  @Override
  public void run() {
    Lookup lookup = new Lookup(session);
    String lineName = lookup.line(line);
    String requestName = lookup.request(lineName, request);
    Verdict verdict =
        session
            .connection()
            .change(
                ReconciliationServiceGrpc.getConfirmMatchMethod(),
                ConfirmMatchRequest.newBuilder()
                    .setLine(lineName)
                    .setRequest(requestName)
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build(),
                Connection.MATCHING_TIME);
    session.output().one(verdict, Verdicts.columns());
    session.say(
        "Confirmed: line "
            + ResourceName.lastId(lineName)
            + " is for request "
            + ResourceName.lastId(requestName)
            + "; it is now "
            + verdict.getVerdict()
            + ".");
    session.sayNext("verdict list --verdict AMBIGUOUS");
  }
}

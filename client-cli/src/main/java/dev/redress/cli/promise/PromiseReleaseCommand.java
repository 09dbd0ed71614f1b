package dev.redress.cli.promise;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import dev.redress.v1.ReleasePromiseRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress promise release}. */
@Command(
    name = "release",
    description = "Says that the customer does not want any more what was promised.",
    headerHeading = "Examples:%n",
    header = {
      "  redress promise release 01m81j8cgca2902rtrh42mvrsf --reason 'Anna has the report'",
      ""
    })
public final class PromiseReleaseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "PROMISE", description = "the promise's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String promise;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why the customer released you")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public PromiseReleaseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Promise released =
        session
            .connection()
            .change(
                PromiseServiceGrpc.getReleasePromiseMethod(),
                ReleasePromiseRequest.newBuilder()
                    .setName(new Lookup(session).promise(promise))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(released, PromiseColumns.all());
    session.say("Released: " + released.getText() + ".");
  }
}

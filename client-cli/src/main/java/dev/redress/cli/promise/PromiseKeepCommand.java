package dev.redress.cli.promise;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.KeepPromiseRequest;
import dev.redress.v1.Promise;
import dev.redress.v1.PromiseServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code redress promise keep}. */
@Command(
    name = "keep",
    description = "Says that a promise was kept.",
    headerHeading = "Examples:%n",
    header = {"  redress promise keep 01m81j8cgca2902rtrh42mvrsf --note 'report sent by mail'", ""})
public final class PromiseKeepCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "PROMISE", description = "the promise's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String promise;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "how it was kept")
  private String note = "";

  /** A command of a session. */
  public PromiseKeepCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Promise kept =
        session
            .connection()
            .change(
                PromiseServiceGrpc.getKeepPromiseMethod(),
                KeepPromiseRequest.newBuilder()
                    .setName(new Lookup(session).promise(promise))
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(kept, PromiseColumns.all());
    session.say("Kept: " + kept.getText() + ".");
  }
}

package dev.redress.cli.callback;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.ReleaseCallbackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress callback release}. */
@Command(
    name = "release",
    description = "Gives up your claim of a call, so that others can make it.",
    headerHeading = "Examples:%n",
    header = {"  redress callback release 0199d2f0-6c1a-7000-8000-000000000002 --actor mia", ""})
public final class CallbackReleaseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  /** A command of a session. */
  public CallbackReleaseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Callback released =
        session
            .connection()
            .change(
                CallbackServiceGrpc.getReleaseCallbackMethod(),
                ReleaseCallbackRequest.newBuilder()
                    .setName(new Lookup(session).callback(callback))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(released, CallbackColumns.all());
    session.say("Nobody has claimed the call now; " + released.getOwner() + " has to make it.");
  }
}

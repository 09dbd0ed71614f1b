package dev.redress.cli.callback;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.GetCallbackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress callback show}.
 *
 * <p>The table joins what somebody needs on one screen before he calls; JSON and CSV are the
 * callback alone.
 */
@Command(
    name = "show",
    description = "Shows all that you need before you call: whom, when, what was tried, what else.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback show 0199d2f0-6c1a-7000-8000-000000000002",
      "  redress callback show 0199d2f0-6c1a-7000-8000-000000000002 -o json",
      ""
    })
public final class CallbackShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  /** A command of a session. */
  public CallbackShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Callback found =
        session
            .connection()
            .read(
                CallbackServiceGrpc.getGetCallbackMethod(),
                GetCallbackRequest.newBuilder()
                    .setName(new Lookup(session).callback(callback))
                    .build());
    switch (session.format()) {
      case TABLE -> new CallbackScreen(session).print(found);
      case JSON, CSV -> session.output().one(found, CallbackColumns.all());
    }
  }
}

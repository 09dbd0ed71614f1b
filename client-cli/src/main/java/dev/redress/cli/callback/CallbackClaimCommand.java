package dev.redress.cli.callback;

import com.google.protobuf.Duration;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.ClaimCallbackRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress callback claim}.
 *
 * <p>A claim ends by itself, so that nobody has to take it from somebody who went home.
 */
@Command(
    name = "claim",
    description = "Claims a call before you make it, so that nobody else calls meanwhile.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback claim 0199d2f0-6c1a-7000-8000-000000000002 --actor mia",
      "  redress callback claim 0199d2f0-6c1a-7000-8000-000000000002 --actor mia --minutes 60",
      ""
    })
public final class CallbackClaimCommand implements Runnable {
  private static final int SECONDS_A_MINUTE = 60;

  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "30",
      description = "how long the claim counts from now on, 1 to 240 (default 30)")
  private int minutes;

  /** A command of a session. */
  public CallbackClaimCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Callback claimed =
        session
            .connection()
            .change(
                CallbackServiceGrpc.getClaimCallbackMethod(),
                ClaimCallbackRequest.newBuilder()
                    .setName(new Lookup(session).callback(callback))
                    .setLease(Duration.newBuilder().setSeconds((long) minutes * SECONDS_A_MINUTE))
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(claimed, CallbackColumns.all());
    session.say(
        "Claimed by "
            + claimed.getClaim().getActor()
            + " until "
            + Moments.local(claimed.getClaim().getExpireTime(), session.output().zone())
            + "; it is due all the same.");
    session.sayNext(
        "callback log " + ResourceName.lastId(claimed.getName()) + " --outcome REACHED");
  }
}

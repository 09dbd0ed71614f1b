package dev.redress.cli.callback;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.RescheduleCallbackRequest;
import dev.redress.v1.RescheduleCallbackResponse;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress callback reschedule}.
 *
 * <p>For the provider's own wish. A customer's wish is logged, with {@code callback log}. Tables
 * and CSV show the call that takes the place; JSON has both.
 */
@Command(
    name = "reschedule",
    description = "Moves a call because you cannot make it in time; the customer did not ask.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback reschedule 0199d2f0-6c1a-7000-8000-000000000002 \\",
      "      --to '2026-11-25 14:30' --reason 'Mia is ill'",
      ""
    })
public final class CallbackRescheduleCommand implements Runnable {
  private static final int RESCHEDULES_MAX = 3;

  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "WHEN",
      converter = MomentConverter.class,
      description =
          "when it is to be made instead, within the customer's business hours and at most 3"
              + " working days from now; such as '2026-11-25 14:30' in the zone of this machine")
  @SuppressWarnings("NullAway.Init") // a required option
  private Instant to;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public CallbackRescheduleCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    RescheduleCallbackResponse answer =
        session
            .connection()
            .change(
                CallbackServiceGrpc.getRescheduleCallbackMethod(),
                RescheduleCallbackRequest.newBuilder()
                    .setName(new Lookup(session).callback(callback))
                    .setDueTime(Moments.timestamp(to))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    Callback successor = answer.getSuccessor();
    switch (session.format()) {
      case TABLE, CSV -> session.output().one(successor, CallbackColumns.all());
      case JSON -> session.output().json(answer);
    }
    int left = RESCHEDULES_MAX - successor.getReschedulesBefore();
    session.say(
        "Moved to "
            + Moments.local(successor.getDueTime(), session.output().zone())
            + ": callback "
            + ResourceName.lastId(successor.getName())
            + "; "
            + (left > 0
                ? "moves left before somebody must call: " + left + "."
                : "it cannot be moved again before somebody has called."));
  }
}

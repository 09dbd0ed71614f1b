package dev.redress.cli.dispute;

import com.google.protobuf.Timestamp;
import dev.redress.cli.connection.Connection;
import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AwaitCustomerRequest;
import dev.redress.v1.AwaitProviderRequest;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute await}.
 *
 * <p>Whoever is waited for, the promised call stays due: a customer that owes an answer is called,
 * too.
 */
@Command(
    name = "await",
    description = "Waits for an answer that somebody owes; the promised call stays due.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute await 0199d2f0-6c1a-7000-8000-000000000001 --on customer \\",
      "      --for 'the signed work order' --until '2026-11-25 14:30'",
      "  redress dispute await 0199d2f0-6c1a-7000-8000-000000000001 --on provider \\",
      "      --for 'time sheet of Wes Hadley' --until 2026-11-25T14:30:00Z",
      ""
    },
    footerHeading = "%n",
    footer = "While the customer is waited for, the time to resolve the dispute does not run.")
public final class DisputeAwaitCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(
      names = "--on",
      required = true,
      paramLabel = "WHO",
      converter = SideChoice.class,
      completionCandidates = SideChoice.class,
      description = "who owes the answer: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private Side on;

  @Option(names = "--for", required = true, paramLabel = "TEXT", description = "what must come")
  @SuppressWarnings("NullAway.Init") // a required option
  private String awaited;

  @Option(
      names = "--until",
      required = true,
      paramLabel = "WHEN",
      converter = MomentConverter.class,
      description =
          "when the answer is due, at most 90 days from now; such as '2026-11-25 14:30' in the zone"
              + " of this machine")
  @SuppressWarnings("NullAway.Init") // a required option
  private Instant until;

  /** A command of a session. */
  public DisputeAwaitCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).dispute(dispute);
    Timestamp respondBy = Moments.timestamp(until);
    Dispute waits =
        switch (on) {
          case PROVIDER ->
              session
                  .connection()
                  .change(
                      DisputeServiceGrpc.getAwaitProviderMethod(),
                      AwaitProviderRequest.newBuilder()
                          .setName(name)
                          .setAwaited(awaited)
                          .setRespondByTime(respondBy)
                          .setRequestId(Connection.newRequestId())
                          .build());
          case CUSTOMER ->
              session
                  .connection()
                  .change(
                      DisputeServiceGrpc.getAwaitCustomerMethod(),
                      AwaitCustomerRequest.newBuilder()
                          .setName(name)
                          .setAwaited(awaited)
                          .setRespondByTime(respondBy)
                          .setRequestId(Connection.newRequestId())
                          .build());
        };
    Disputes.report(
        session,
        "The dispute waits for the "
            + on
            + " until "
            + Moments.local(waits.getWaiting().getRespondByTime(), session.output().zone())
            + "; the call stays due.",
        waits);
  }
}

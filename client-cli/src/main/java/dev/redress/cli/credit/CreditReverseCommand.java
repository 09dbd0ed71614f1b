package dev.redress.cli.credit;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Session;
import dev.redress.v1.Credit;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ReverseCreditRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress credit reverse}.
 *
 * <p>Only while a dispute over the invoice is open, so that the customer is called about it.
 */
@Command(
    name = "reverse",
    description = "Takes back a credit that was wrong; both stay in the books.",
    headerHeading = "Examples:%n",
    header = {
      "  redress credit reverse 0199d2f0-6c1a-7000-8000-000000000003 --reason 'wrong line'",
      ""
    })
public final class CreditReverseCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CREDIT", description = "the credit's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String credit;

  @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  /** A command of a session. */
  public CreditReverseCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Credit reversal =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getReverseCreditMethod(),
                ReverseCreditRequest.newBuilder()
                    .setName(Credits.name(session, credit))
                    .setReason(reason)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(reversal, Credits.COLUMNS);
    session.say(
        "Taken back; line "
            + ResourceName.lastId(reversal.getLine())
            + " is now credited "
            + Amounts.text(reversal.getCreditedTotal())
            + ".");
    session.sayNext("dispute show " + ResourceName.lastId(reversal.getDispute()));
  }
}

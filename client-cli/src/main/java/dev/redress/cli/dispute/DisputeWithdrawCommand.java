package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.WithdrawDisputeRequest;
import dev.redress.v1.Withdrawal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute withdraw}.
 *
 * <p>Only the customer can take a dispute back, so who of it said so and how is asked for: that
 * word stands for the call that would have had to reach it.
 */
@Command(
    name = "withdraw",
    description = "Ends a dispute that the customer takes back; nothing is credited.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute withdraw 0199d2f0-6c1a-7000-8000-000000000001 --by 'Dr. Kim' \\",
      "      --channel PHONE --note 'found the work order'",
      "  redress dispute withdraw 0199d2f0-6c1a-7000-8000-000000000001 --by 'Dr. Kim' \\",
      "      --channel LETTER --at '2026-11-25 09:00'",
      ""
    })
public final class DisputeWithdrawCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "WHO",
      description = "who of the customer said so")
  @SuppressWarnings("NullAway.Init") // a required option
  private String by;

  @Option(
      names = "--channel",
      required = true,
      paramLabel = "CHANNEL",
      converter = ChannelChoice.class,
      completionCandidates = ChannelChoice.class,
      description = "how: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private Withdrawal.Channel channel;

  @Option(
      names = "--at",
      paramLabel = "WHEN",
      converter = MomentConverter.class,
      description = "when, since the dispute was opened (default: now)")
  private @Nullable Instant at;

  @Option(names = "--note", paramLabel = "TEXT", defaultValue = "", description = "what was said")
  private String note = "";

  /** A command of a session. */
  public DisputeWithdrawCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Withdrawal.Builder word =
        Withdrawal.newBuilder().setWithdrawnBy(by).setChannel(channel).setNote(note);
    if (at != null) {
      word.setWithdrawTime(Moments.timestamp(at));
    }
    Dispute withdrawn =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getWithdrawDisputeMethod(),
                WithdrawDisputeRequest.newBuilder()
                    .setName(new Lookup(session).dispute(dispute))
                    .setWithdrawal(word)
                    .setRequestId(Connection.newRequestId())
                    .build());
    Disputes.report(
        session,
        "The dispute is withdrawn at the word of "
            + withdrawn.getWithdrawal().getWithdrawnBy()
            + " and its call is cancelled"
            + Disputes.closing(session, withdrawn)
            + ".",
        withdrawn);
  }
}

package dev.redress.cli.callback;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.option.MomentConverter;
import dev.redress.cli.output.Moments;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Notice;
import dev.redress.v1.SignOffExhaustedRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress callback sign-off}.
 *
 * <p>For the customer's account manager alone: the server compares who acts.
 */
@Command(
    name = "sign-off",
    description = "Signs off that nobody could be reached and the customer was written to.",
    headerHeading = "Examples:%n",
    header = {
      "  redress callback sign-off 0199d2f0-6c1a-7000-8000-000000000002 --actor sarah \\",
      "      --reason 'closed since August' --notice 'letters/2026/117' --channel LETTER",
      ""
    })
public final class CallbackSignOffCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "CALLBACK", description = "the callback's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String callback;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "TEXT",
      description = "why the dispute may end without a call")
  @SuppressWarnings("NullAway.Init") // a required option
  private String reason;

  @Option(
      names = "--notice",
      required = true,
      paramLabel = "TEXT",
      description = "what the customer was written, or where that is kept")
  @SuppressWarnings("NullAway.Init") // a required option
  private String notice;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "MAIL",
      converter = NoticeChannelChoice.class,
      completionCandidates = NoticeChannelChoice.class,
      description = "how it was sent: ${COMPLETION-CANDIDATES} (default MAIL)")
  private Notice.Channel channel = Notice.Channel.MAIL;

  @Option(
      names = "--sent",
      paramLabel = "WHEN",
      converter = MomentConverter.class,
      description = "when it was sent (default: now)")
  private @Nullable Instant sent;

  /** A command of a session. */
  public CallbackSignOffCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Notice.Builder written = Notice.newBuilder().setChannel(channel).setText(notice);
    if (sent != null) {
      written.setSendTime(Moments.timestamp(sent));
    }
    Callback signed =
        session
            .connection()
            .change(
                CallbackServiceGrpc.getSignOffExhaustedMethod(),
                SignOffExhaustedRequest.newBuilder()
                    .setName(new Lookup(session).callback(callback))
                    .setReason(reason)
                    .setNotice(written)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(signed, CallbackColumns.all());
    session.say(
        "Signed off by "
            + signed.getSignOff().getActor()
            + "; the dispute may be resolved, and a call that reaches the customer still counts.");
    session.sayNext(
        "dispute resolve " + ResourceName.lastId(signed.getDispute()) + " --all-lines EXPLAINED");
  }
}

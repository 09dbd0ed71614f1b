package dev.redress.cli.dispute;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetLaborLineRequest;
import dev.redress.v1.InvoiceServiceGrpc;
import dev.redress.v1.LaborLine;
import dev.redress.v1.OpenDisputeRequest;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress dispute open}.
 *
 * <p>All lines get the same reason and comment. An amount has no currency of its own: it is in that
 * of the line, which is asked for first. The server adds the lines to the dispute that is open for
 * their invoice, if there is one.
 */
@Command(
    name = "open",
    description =
        "Opens a dispute over lines of one invoice, with its first call; lines join the dispute"
            + " that is open already.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute open --line 26091-03 --reason RATE --amount 40.50",
      "  redress dispute open --line 26091-03 --line 26091-07 --reason NOT_DELIVERED",
      "  redress dispute open --line 26091-03 --reason VAGUE --raised-by customer --priority HIGH",
      ""
    })
public final class DisputeOpenCommand implements Runnable {
  private final Session session;

  @Option(
      names = "--line",
      required = true,
      paramLabel = "LINE",
      description = "a line's id or resource name; may be repeated")
  @SuppressWarnings("NullAway.Init") // a required option
  private List<String> lines;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "REASON",
      converter = ReasonChoice.class,
      completionCandidates = ReasonChoice.class,
      description = "why: ${COMPLETION-CANDIDATES}")
  @SuppressWarnings("NullAway.Init") // a required option
  private DisputedLine.Reason reason;

  @Option(
      names = "--amount",
      paramLabel = "AMOUNT",
      description = "the part in dispute, in the invoice's currency (default: the whole line)")
  private @Nullable BigDecimal amount;

  @Option(
      names = "--comment",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what was said about the lines")
  private String comment = "";

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      converter = ActionChoice.class,
      completionCandidates = ActionChoice.class,
      description =
          "what the customer asks for: ${COMPLETION-CANDIDATES} (default: what goes with the"
              + " reason)")
  private DisputedLine.@Nullable Action action;

  @Option(
      names = "--priority",
      paramLabel = "PRIORITY",
      converter = PriorityChoice.class,
      completionCandidates = PriorityChoice.class,
      description = "how pressing a new dispute is: ${COMPLETION-CANDIDATES} (default: NORMAL)")
  private Dispute.@Nullable Priority priority;

  @Option(
      names = "--raised-by",
      paramLabel = "WHO",
      converter = SideChoice.class,
      completionCandidates = SideChoice.class,
      description = "who brought a new dispute up: ${COMPLETION-CANDIDATES} (default: provider)")
  private @Nullable Side raisedBy;

  /** A command of a session. */
  public DisputeOpenCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    if (amount != null && lines.size() > 1) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--amount is for one line; open the lines one by one to give each its own");
    }
    Dispute.Builder dispute = origin();
    Lookup lookup = new Lookup(session);
    for (String line : lines) {
      dispute.addLines(disputed(lookup.line(line)));
    }
    Dispute opened =
        session
            .connection()
            .change(
                DisputeServiceGrpc.getOpenDisputeMethod(),
                OpenDisputeRequest.newBuilder()
                    .setParent(session.provider())
                    .setDispute(dispute)
                    .setRequestId(Connection.newRequestId())
                    .build());
    Disputes.report(
        session,
        "Disputed "
            + (lines.size() == 1 ? "1 line" : lines.size() + " lines")
            + "; dispute "
            + ResourceName.lastId(opened.getName())
            + " now has "
            + Disputes.size(opened)
            + ".",
        opened);
  }

  private Dispute.Builder origin() {
    Dispute.Builder dispute = Dispute.newBuilder();
    if (priority != null) {
      dispute.setPriority(priority);
    }
    if (raisedBy != null) {
      dispute.setRaisedBy(
          switch (raisedBy) {
            case PROVIDER -> Dispute.RaisedBy.PROVIDER;
            case CUSTOMER -> Dispute.RaisedBy.CUSTOMER;
          });
    }
    return dispute;
  }

  private DisputedLine disputed(String name) {
    DisputedLine.Builder line =
        DisputedLine.newBuilder().setLine(name).setReason(reason).setComment(comment);
    if (action != null) {
      line.setRequestedAction(action);
    }
    if (amount != null) {
      LaborLine billed =
          session
              .connection()
              .read(
                  InvoiceServiceGrpc.getGetLaborLineMethod(),
                  GetLaborLineRequest.newBuilder().setName(name).build());
      line.setDisputedAmount(Amounts.of(amount, billed.getAmount().getCurrencyCode()));
    }
    return line.build();
  }
}

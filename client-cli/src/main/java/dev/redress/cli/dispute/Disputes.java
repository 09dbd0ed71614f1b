package dev.redress.cli.dispute;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.failure.CommandFailure;
import dev.redress.cli.failure.ExitCode;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Format;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Dispute;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.DisputedLine;
import dev.redress.v1.GetDisputeRequest;
import dev.redress.v1.ListDisputesRequest;
import dev.redress.v1.ListDisputesResponse;
import dev.redress.v1.RootCause;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Reads disputes, and says what is shown of one. */
public final class Disputes {
  /** Small pages: a dispute may hold 1,000 lines. */
  private static final int PAGE_SIZE = 100;

  private static final List<Column<Dispute>> COLUMNS =
      List.of(
          new Column.Name<>("dispute", Dispute::getName),
          new Column.State<>("state", Dispute::getState),
          new Column.Name<>("customer", Dispute::getCustomer),
          new Column.Name<>("invoice", Dispute::getInvoice),
          new Column.Numeric<>("lines", it -> Integer.toString(it.getLineCount())),
          new Column.Amount<>("disputed", Dispute::getDisputedAmount),
          new Column.Amount<>("credited", Dispute::getCreditedAmount),
          new Column.Text<>("owner", Dispute::getOwner),
          new Column.Moment<>("call_due", Dispute::getCallbackDueTime),
          new Column.Text<>("reached", it -> it.getCustomerReached() ? "yes" : "no"),
          new Column.Name<>("callback", Dispute::getCallback));

  private static final List<Column<Dispute>> MORE_COLUMNS =
      List.of(
          new Column.State<>("priority", Dispute::getPriority),
          new Column.State<>("raised_by", Dispute::getRaisedBy),
          new Column.Numeric<>("reopened", it -> Integer.toString(it.getReopenCount())),
          new Column.Moment<>("resolution_due", Dispute::getResolutionDueTime),
          new Column.Moment<>("respond_by", it -> it.getWaiting().getRespondByTime()),
          new Column.Amount<>("hold_amount", Dispute::getHoldAmount),
          new Column.Moment<>("hold_end", Dispute::getHoldEndTime),
          new Column.Moment<>("closes", Dispute::getCloseTime),
          new Column.Numeric<>("handed_off", it -> Integer.toString(it.getHandOffCount())),
          new Column.Name<>("pending_handoff", Dispute::getPendingHandoff));

  private static final List<Column<DisputedLine>> LINE_COLUMNS =
      List.of(
          new Column.Name<>("line", DisputedLine::getLine),
          new Column.State<>("reason", DisputedLine::getReason),
          new Column.State<>("asked", DisputedLine::getRequestedAction),
          new Column.Numeric<>("hours", it -> Numbers.hours(it.getInvoicedHours())),
          new Column.Numeric<>("hours_disputed", it -> Numbers.hours(it.getDisputedHours())),
          new Column.Amount<>("invoiced", DisputedLine::getInvoicedAmount),
          new Column.Amount<>("disputed", DisputedLine::getDisputedAmount),
          new Column.Text<>("outcome", Disputes::outcome),
          new Column.Amount<>("approved", DisputedLine::getApprovedAmount),
          new Column.Amount<>("credited", DisputedLine::getCreditedAmount),
          new Column.Text<>("cause", Disputes::cause),
          new Column.Text<>("comment", DisputedLine::getComment));

  private Disputes() {}

  /**
   * The columns of a list of disputes: what fits a table, and in other forms what a system that
   * takes the list in needs to know, such as the amounts on hold.
   */
  static List<Column<Dispute>> columns(Format format) {
    return switch (format) {
      case TABLE -> COLUMNS;
      case CSV, JSON -> all();
    };
  }

  private static List<Column<Dispute>> all() {
    return Stream.concat(COLUMNS.stream(), MORE_COLUMNS.stream()).toList();
  }

  /** The columns of the lines of one dispute. */
  static List<Column<DisputedLine>> lineColumns() {
    return LINE_COLUMNS;
  }

  /** The disputes that a filter selects. */
  public static Iterator<Dispute> list(Session session, Filter filter) {
    return session
        .connection()
        .pages(
            DisputeServiceGrpc.getListDisputesMethod(),
            token ->
                ListDisputesRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .setFilter(filter.toString())
                    .build(),
            ListDisputesResponse::getDisputesList,
            ListDisputesResponse::getNextPageToken);
  }

  /** A dispute by its id or name. */
  static Dispute get(Session session, String dispute) {
    return session
        .connection()
        .read(
            DisputeServiceGrpc.getGetDisputeMethod(),
            GetDisputeRequest.newBuilder().setName(new Lookup(session).dispute(dispute)).build());
  }

  /**
   * The name of the handoff of a dispute that waits for an answer.
   *
   * @throws CommandFailure when there is none
   */
  static String pendingHandoff(Session session, String dispute) {
    Dispute found = get(session, dispute);
    if (found.getPendingHandoff().isEmpty()) {
      throw new CommandFailure(
          ExitCode.CONFLICT,
          "nobody is asked to take dispute "
              + ResourceName.lastId(found.getName())
              + " over; "
              + found.getOwner()
              + " owns it");
    }
    return found.getPendingHandoff();
  }

  /** Writes a dispute that was changed, and says what was done and what comes next. */
  static void report(Session session, String done, Dispute dispute) {
    session.output().one(dispute, all());
    session.say(done);
    NextSteps.of(dispute).stream().limit(1).forEach(session::sayNext);
  }

  /** How much is disputed, in words. */
  static String size(Dispute dispute) {
    return (dispute.getLineCount() == 1 ? "1 line" : dispute.getLineCount() + " lines")
        + " over "
        + Amounts.text(dispute.getDisputedAmount());
  }

  /** When an ended dispute closes, as the end of a sentence; empty for any other. */
  static String closing(Session session, Dispute dispute) {
    return dispute.hasCloseTime()
        ? "; it closes for good "
            + Moments.local(dispute.getCloseTime(), session.output().zone())
            + " unless it is reopened"
        : "";
  }

  /** A count in words. */
  static String times(int count) {
    return switch (count) {
      case 0 -> "never";
      case 1 -> "once";
      default -> count + " times";
    };
  }

  private static String cause(DisputedLine line) {
    return line.getRootCause() == RootCause.Code.CODE_UNSPECIFIED ? "" : line.getRootCause().name();
  }

  private static String outcome(DisputedLine line) {
    return line.getOutcome() == DisputedLine.Outcome.OUTCOME_UNSPECIFIED
        ? ""
        : line.getOutcome().name();
  }
}

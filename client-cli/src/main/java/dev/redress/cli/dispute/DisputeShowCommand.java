package dev.redress.cli.dispute;

import dev.redress.cli.attachment.Attachments;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Output;
import dev.redress.cli.session.Session;
import dev.redress.v1.Callback;
import dev.redress.v1.CallbackServiceGrpc;
import dev.redress.v1.Dispute;
import dev.redress.v1.GetCallbackRequest;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code redress dispute show}.
 *
 * <p>The table joins what somebody about to call needs: the lines with their reasons, the live
 * callback with its contact, the last notes, and the commands that are possible now. JSON is the
 * dispute alone, CSV its lines.
 */
@Command(
    name = "show",
    description = "Shows a dispute: its lines, the call that is due, and what can be done next.",
    headerHeading = "Examples:%n",
    header = {
      "  redress dispute show 0199d2f0-6c1a-7000-8000-000000000001",
      "  redress dispute show 0199d2f0-6c1a-7000-8000-000000000001 -o json",
      ""
    })
public final class DisputeShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "DISPUTE", description = "the dispute's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String dispute;

  /** A command of a session. */
  public DisputeShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Dispute found = Disputes.get(session, dispute);
    switch (session.format()) {
      case TABLE -> print(found);
      case JSON -> session.output().json(found);
      case CSV -> session.output().csv(found.getLinesList(), Disputes.lineColumns());
    }
  }

  private void print(Dispute found) {
    Output output = session.output();
    output.heading("Dispute " + ResourceName.lastId(found.getName()) + ": " + found.getState());
    output.line(
        "  customer "
            + ResourceName.lastId(found.getCustomer())
            + ", invoice "
            + ResourceName.lastId(found.getInvoice())
            + ", owner "
            + found.getOwner());
    output.line(
        "  "
            + Disputes.size(found)
            + ", credited "
            + Amounts.text(found.getCreditedAmount())
            + ", opened "
            + Moments.local(found.getCreateTime(), output.zone()));
    Standing.of(found, output.zone()).forEach(sentence -> output.line("  " + sentence));
    output.line("");
    output.table(found.getLinesList(), Disputes.lineColumns(), "  ");
    if (found.hasCallback()) {
      output.line("");
      printCall(output, found);
    }
    Attachments.print(session, found.getName());
    session.terminal().flush();
    List<String> steps = NextSteps.of(found);
    steps.forEach(session::sayNext);
  }

  private void printCall(Output output, Dispute found) {
    Callback callback =
        session
            .connection()
            .read(
                CallbackServiceGrpc.getGetCallbackMethod(),
                GetCallbackRequest.newBuilder().setName(found.getCallback()).build());
    output.heading("Call due " + Moments.local(callback.getDueTime(), output.zone()));
    output.line(
        "  "
            + callback.getOwner()
            + " calls "
            + callback.getContact()
            + "; attempts so far: "
            + callback.getAttemptsBefore()
            + "; "
            + (found.getCustomerReached() ? "the customer was reached" : "nobody was reached yet"));
    output.line("  callback " + ResourceName.lastId(callback.getName()));
  }
}

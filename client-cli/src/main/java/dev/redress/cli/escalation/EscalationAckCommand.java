package dev.redress.cli.escalation;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AcknowledgeEscalationRequest;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code redress escalation ack}.
 *
 * <p>What is late is still to be done: the answer names it.
 */
@Command(
    name = "ack",
    description =
        "Says that you see to what is late; it escalates no further before its due time passes.",
    headerHeading = "Examples:%n",
    header = {"  redress escalation ack 01m81j8cgca2902rtrh42mvrsf --note 'I call at four'", ""})
public final class EscalationAckCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ESCALATION", description = "the escalation's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String escalation;

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "what you do about it")
  private String note = "";

  /** A command of a session. */
  public EscalationAckCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Escalation acknowledged =
        session
            .connection()
            .change(
                EscalationServiceGrpc.getAcknowledgeEscalationMethod(),
                AcknowledgeEscalationRequest.newBuilder()
                    .setName(new Lookup(session).escalation(escalation))
                    .setNote(note)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.output().one(acknowledged, EscalationColumns.one());
    session.say(
        "Acknowledged by "
            + acknowledged.getAcknowledgement().getActor()
            + "; "
            + acknowledged.getSubject()
            + " is still to be done.");
    if (!acknowledged.getCallback().isEmpty()) {
      session.sayNext(
          "callback log " + ResourceName.lastId(acknowledged.getCallback()) + " --outcome REACHED");
    }
  }
}

package dev.redress.cli.escalation;

import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.Escalation;
import dev.redress.v1.EscalationServiceGrpc;
import dev.redress.v1.GetEscalationRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress escalation show}. */
@Command(
    name = "show",
    description = "Shows an escalation: who was told what when, and who sees to it.",
    headerHeading = "Examples:%n",
    header = {"  redress escalation show 01m81j8cgca2902rtrh42mvrsf", ""})
public final class EscalationShowCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ESCALATION", description = "the escalation's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String escalation;

  /** A command of a session. */
  public EscalationShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Escalation found =
        session
            .connection()
            .read(
                EscalationServiceGrpc.getGetEscalationMethod(),
                GetEscalationRequest.newBuilder()
                    .setName(new Lookup(session).escalation(escalation))
                    .build());
    session.output().one(found, EscalationColumns.one());
    if (found.getState() == Escalation.State.OPEN) {
      session.sayNext("escalation ack " + ResourceName.lastId(found.getName()));
    }
  }
}

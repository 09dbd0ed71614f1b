package dev.redress.cli.absence;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AbsenceServiceGrpc;
import dev.redress.v1.DeleteAbsenceRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress absence remove}. */
@Command(
    name = "remove",
    description = "Takes an absence away: it was entered wrongly, or the person is back.",
    headerHeading = "Examples:%n",
    header = {"  redress absence remove 01m81j8cgca2902rtrh42mvrsf", ""})
public final class AbsenceRemoveCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "ABSENCE", description = "the absence's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String absence;

  /** A command of a session. */
  public AbsenceRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).absence(absence);
    var _ =
        session
            .connection()
            .change(
                AbsenceServiceGrpc.getDeleteAbsenceMethod(),
                DeleteAbsenceRequest.newBuilder()
                    .setName(name)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say("Removed " + name + ".");
  }
}

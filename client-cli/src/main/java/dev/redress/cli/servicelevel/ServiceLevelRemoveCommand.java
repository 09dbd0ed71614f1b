package dev.redress.cli.servicelevel;

import dev.redress.cli.connection.Connection;
import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.DeleteServiceLevelRequest;
import dev.redress.v1.ServiceLevelServiceGrpc;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress service-level remove}. */
@Command(
    name = "remove",
    description = "Takes a service level away: what is wider counts again.",
    headerHeading = "Examples:%n",
    header = {"  redress service-level remove 01m81j8cgca2902rtrh42mvrsf", ""})
public final class ServiceLevelRemoveCommand implements Runnable {
  private final Session session;

  @Parameters(paramLabel = "SERVICE_LEVEL", description = "its id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String level;

  /** A command of a session. */
  public ServiceLevelRemoveCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String name = new Lookup(session).serviceLevel(level);
    var _ =
        session
            .connection()
            .change(
                ServiceLevelServiceGrpc.getDeleteServiceLevelMethod(),
                DeleteServiceLevelRequest.newBuilder()
                    .setName(name)
                    .setRequestId(Connection.newRequestId())
                    .build());
    session.say("Removed " + name + ".");
  }
}

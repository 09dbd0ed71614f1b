package dev.redress.cli.servicelevel;

import dev.redress.cli.session.Session;
import dev.redress.v1.ListServiceLevelsRequest;
import dev.redress.v1.ListServiceLevelsResponse;
import dev.redress.v1.ServiceLevelServiceGrpc;
import picocli.CommandLine.Command;

/** {@code redress service-level list}. */
@Command(
    name = "list",
    description = "Lists what is promised to some customers and not to all.",
    headerHeading = "Examples:%n",
    header = {"  redress service-level list", "  redress service-level list -o json", ""})
public final class ServiceLevelListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public ServiceLevelListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    ServiceLevelServiceGrpc.getListServiceLevelsMethod(),
                    token ->
                        ListServiceLevelsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListServiceLevelsResponse::getServiceLevelsList,
                    ListServiceLevelsResponse::getNextPageToken),
            ServiceLevelColumns.all());
  }
}

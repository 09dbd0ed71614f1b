package dev.redress.cli.access;

import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ListPrincipalsRequest;
import dev.redress.v1.ListPrincipalsResponse;
import picocli.CommandLine.Command;

/** {@code redress principal list}. */
@Command(
    name = "list",
    description = "Lists who may call for a provider.",
    headerHeading = "Examples:%n",
    header = {"  redress principal list", "  redress principal list -o csv", ""})
public final class PrincipalListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public PrincipalListCommand(Session session) {
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
                    AccessServiceGrpc.getListPrincipalsMethod(),
                    token ->
                        ListPrincipalsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListPrincipalsResponse::getPrincipalsList,
                    ListPrincipalsResponse::getNextPageToken),
            AccessColumns.PRINCIPAL);
  }
}

package dev.redress.cli.provider;

import dev.redress.cli.session.Session;
import dev.redress.v1.ListProvidersRequest;
import dev.redress.v1.ListProvidersResponse;
import dev.redress.v1.ProviderServiceGrpc;
import picocli.CommandLine.Command;

/**
 * {@code redress provider list}.
 *
 * <p>The one list that does not depend on {@code --provider}.
 */
@Command(
    name = "list",
    description = "Lists the providers of the server.",
    headerHeading = "Examples:%n",
    header = {"  redress provider list", ""})
public final class ProviderListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  /** A command of a session. */
  public ProviderListCommand(Session session) {
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
                    ProviderServiceGrpc.getListProvidersMethod(),
                    token ->
                        ListProvidersRequest.newBuilder()
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListProvidersResponse::getProvidersList,
                    ListProvidersResponse::getNextPageToken),
            ProviderColumns.all());
  }
}

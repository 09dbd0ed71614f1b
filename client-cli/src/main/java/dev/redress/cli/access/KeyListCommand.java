package dev.redress.cli.access;

import dev.redress.cli.session.Lookup;
import dev.redress.cli.session.Session;
import dev.redress.v1.AccessServiceGrpc;
import dev.redress.v1.ListApiKeysRequest;
import dev.redress.v1.ListApiKeysResponse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code redress key list}. */
@Command(
    name = "list",
    description = "Lists the keys of a principal, without their secrets.",
    headerHeading = "Examples:%n",
    header = {"  redress key list ann", ""})
public final class KeyListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Parameters(paramLabel = "PRINCIPAL", description = "the principal's id or resource name")
  @SuppressWarnings("NullAway.Init") // a required parameter
  private String principal;

  /** A command of a session. */
  public KeyListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    String parent = new Lookup(session).principal(principal);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    AccessServiceGrpc.getListApiKeysMethod(),
                    token ->
                        ListApiKeysRequest.newBuilder()
                            .setParent(parent)
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListApiKeysResponse::getApiKeysList,
                    ListApiKeysResponse::getNextPageToken),
            AccessColumns.KEY);
  }
}

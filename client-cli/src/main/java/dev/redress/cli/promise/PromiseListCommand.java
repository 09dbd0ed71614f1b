package dev.redress.cli.promise;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.session.Session;
import dev.redress.v1.ListPromisesRequest;
import dev.redress.v1.ListPromisesResponse;
import dev.redress.v1.PromiseServiceGrpc;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code redress promise list}. */
@Command(
    name = "list",
    description = "Lists what must still be kept, the most urgent first.",
    headerHeading = "Examples:%n",
    header = {
      "  redress promise list --overdue",
      "  redress promise list --customer VARN --all",
      ""
    })
public final class PromiseListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private final Session session;

  @Option(names = "--all", description = "what was kept or released, too")
  private boolean all;

  @Option(names = "--overdue", description = "only what should have been kept by now")
  private boolean overdue;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "only to this customer")
  private @Nullable String customer;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only about this dispute")
  private @Nullable String dispute;

  @Option(names = "--owner", paramLabel = "OWNER", description = "only of this owner")
  private @Nullable String owner;

  /** A command of a session. */
  public PromiseListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .isTrue("open", !all)
            .isTrue("overdue", overdue)
            .equal("customer", customer == null ? null : ResourceName.lastId(customer))
            .equal("dispute", dispute == null ? null : ResourceName.lastId(dispute))
            .equal("owner", owner);
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    PromiseServiceGrpc.getListPromisesMethod(),
                    token ->
                        ListPromisesRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListPromisesResponse::getPromisesList,
                    ListPromisesResponse::getNextPageToken),
            PromiseColumns.all());
  }
}

package dev.redress.cli.credit;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.v1.Credit;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListCreditsResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code redress credit list}.
 *
 * <p>Each credit is a fact that never changes; {@code credited_total} is what its line was given
 * back with it, which never exceeds what was invoiced (I4).
 */
@Command(
    name = "list",
    description = "Lists the credits that were issued.",
    headerHeading = "Examples:%n",
    header = {
      "  redress credit list",
      "  redress credit list --customer VARN -o csv > credits.csv",
      ""
    })
public final class CreditListCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;

  private static final List<Column<Credit>> COLUMNS =
      List.of(
          new Column.Name<>("credit", Credit::getName),
          new Column.Name<>("line", Credit::getLine),
          new Column.Amount<>("amount", Credit::getAmount),
          new Column.Amount<>("credited_total", Credit::getCreditedTotal),
          new Column.Moment<>("issued", Credit::getCreateTime),
          new Column.Name<>("dispute", Credit::getDispute));

  private final Session session;

  @Option(names = "--dispute", paramLabel = "DISPUTE", description = "only of this dispute")
  private @Nullable String dispute;

  @Option(names = "--customer", paramLabel = "CUSTOMER", description = "only of this customer")
  private @Nullable String customer;

  /** A command of a session. */
  public CreditListCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    Filter filter =
        new Filter()
            .equal("dispute", dispute == null ? null : ResourceName.lastId(dispute))
            .equal("customer", customer == null ? null : ResourceName.lastId(customer));
    session
        .output()
        .list(
            session
                .connection()
                .pages(
                    DisputeServiceGrpc.getListCreditsMethod(),
                    token ->
                        ListCreditsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .setFilter(filter.toString())
                            .build(),
                    ListCreditsResponse::getCreditsList,
                    ListCreditsResponse::getNextPageToken),
            COLUMNS);
  }
}

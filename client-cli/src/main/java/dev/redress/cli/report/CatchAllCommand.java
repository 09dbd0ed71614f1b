package dev.redress.cli.report;

import dev.redress.cli.output.Amounts;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.v1.CatchAllRequest;
import dev.redress.v1.ListCatchAllRequestsRequest;
import dev.redress.v1.ListCatchAllRequestsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/** {@code redress report catch-all}. */
@Command(
    name = "catch-all",
    description = "Lists requests that swallow labor which has nothing to do with them.",
    headerHeading = "Examples:%n",
    header = {"  redress report catch-all", "  redress report catch-all -o csv", ""})
public final class CatchAllCommand implements Runnable {
  private static final int PAGE_SIZE = 1_000;
  private static final int BITS_DIGITS = 2;

  private static final List<Column<CatchAllRequest>> COLUMNS =
      List.of(
          new Column.Name<>("request", CatchAllRequest::getRequest),
          new Column.Numeric<>("lines", it -> Integer.toString(it.getLineCount())),
          new Column.Numeric<>("unrelated", it -> Integer.toString(it.getUnrelatedLineCount())),
          new Column.Numeric<>("hours", it -> Numbers.hours(it.getHours())),
          new Column.Text<>("amounts", CatchAllCommand::amounts),
          new Column.Numeric<>("bits", it -> Numbers.decimals(it.getBits(), BITS_DIGITS)),
          new Column.Text<>("summary", CatchAllRequest::getSummary));

  private final Session session;

  /** A command of a session. */
  public CatchAllCommand(Session session) {
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
                    ReconciliationServiceGrpc.getListCatchAllRequestsMethod(),
                    token ->
                        ListCatchAllRequestsRequest.newBuilder()
                            .setParent(session.provider())
                            .setPageSize(PAGE_SIZE)
                            .setPageToken(token)
                            .build(),
                    ListCatchAllRequestsResponse::getRequestsList,
                    ListCatchAllRequestsResponse::getNextPageToken),
            COLUMNS);
  }

  private static String amounts(CatchAllRequest request) {
    return request.getAmountsList().stream().map(Amounts::text).collect(Collectors.joining(", "));
  }
}

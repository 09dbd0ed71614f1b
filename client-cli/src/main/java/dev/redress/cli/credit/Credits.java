package dev.redress.cli.credit;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.connection.ResourceName;
import dev.redress.cli.output.Column;
import dev.redress.cli.session.Session;
import dev.redress.v1.Credit;
import dev.redress.v1.DisputeServiceGrpc;
import dev.redress.v1.ListCreditsRequest;
import dev.redress.v1.ListCreditsResponse;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads credits, and says what is shown of one. */
final class Credits {
  private static final int PAGE_SIZE = 1_000;

  /** The columns of a list of credits. */
  static final List<Column<Credit>> COLUMNS =
      List.of(
          new Column.Name<>("credit", Credit::getName),
          new Column.Name<>("line", Credit::getLine),
          new Column.Amount<>("amount", Credit::getAmount),
          new Column.Amount<>("credited_total", Credit::getCreditedTotal),
          new Column.Moment<>("issued", Credit::getCreateTime),
          new Column.Name<>("dispute", Credit::getDispute),
          new Column.State<>("reason", Credit::getReason),
          new Column.Name<>("reverses", Credit::getReversedCredit),
          new Column.Text<>("note", Credit::getNote));

  private Credits() {}

  /** The resource name of a credit that is given by id or name. */
  static String name(Session session, String credit) {
    return credit.startsWith("providers/") ? credit : session.provider() + "/credits/" + credit;
  }

  /** The credits of a dispute or a customer, where they are given. */
  static Iterator<Credit> list(
      Session session, @Nullable String dispute, @Nullable String customer) {
    Filter filter =
        new Filter()
            .equal("dispute", dispute == null ? null : ResourceName.lastId(dispute))
            .equal("customer", customer == null ? null : ResourceName.lastId(customer));
    return session
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
            ListCreditsResponse::getNextPageToken);
  }
}

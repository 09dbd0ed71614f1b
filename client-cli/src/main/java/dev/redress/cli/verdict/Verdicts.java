package dev.redress.cli.verdict;

import dev.redress.cli.connection.Filter;
import dev.redress.cli.output.Column;
import dev.redress.cli.output.Moments;
import dev.redress.cli.output.Numbers;
import dev.redress.cli.session.Session;
import dev.redress.v1.ExplainLineRequest;
import dev.redress.v1.Finding;
import dev.redress.v1.ListVerdictsRequest;
import dev.redress.v1.ListVerdictsResponse;
import dev.redress.v1.ReconciliationServiceGrpc;
import dev.redress.v1.Verdict;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/** Reads verdicts, and says what is shown of one. */
public final class Verdicts {
  private static final int PAGE_SIZE = 500;
  private static final int PROBABILITY_DIGITS = 3;

  private static final List<Column<Verdict>> COLUMNS =
      List.of(
          new Column.Name<>("line", Verdict::getLine),
          new Column.State<>("verdict", Verdict::getVerdict),
          new Column.Text<>("requests", it -> String.join(" ", it.getRequestIdsList())),
          new Column.Numeric<>(
              "probability", it -> Numbers.decimals(it.getProbability(), PROBABILITY_DIGITS)),
          new Column.Numeric<>("hours_billed", it -> Numbers.hours(it.getHoursBilled())),
          new Column.Numeric<>("hours_backed", it -> Numbers.hours(it.getHoursBacked())),
          new Column.Amount<>("amount", Verdict::getAmount),
          new Column.Numeric<>("work_date", it -> Moments.date(it.getWorkDate())),
          new Column.Text<>("technician", Verdict::getTechnician),
          new Column.Text<>("findings", Verdicts::findings),
          new Column.Text<>("description", Verdict::getDescription),
          new Column.Name<>("dispute", Verdict::getDispute));

  private Verdicts() {}

  /** The columns of lists and of a single verdict. */
  public static List<Column<Verdict>> columns() {
    return COLUMNS;
  }

  /** The current verdicts that a filter selects, without their evidence. */
  public static Iterator<Verdict> list(Session session, Filter filter) {
    return list(session, filter, "");
  }

  /** The same, the lines that cost most first. */
  public static Iterator<Verdict> dearestFirst(Session session, Filter filter) {
    return list(session, filter, "amount desc");
  }

  private static Iterator<Verdict> list(Session session, Filter filter, String orderBy) {
    return session
        .connection()
        .pages(
            ReconciliationServiceGrpc.getListVerdictsMethod(),
            token ->
                ListVerdictsRequest.newBuilder()
                    .setParent(session.provider())
                    .setPageSize(PAGE_SIZE)
                    .setPageToken(token)
                    .setFilter(filter.toString())
                    .setOrderBy(orderBy)
                    .build(),
            ListVerdictsResponse::getVerdictsList,
            ListVerdictsResponse::getNextPageToken);
  }

  /** The verdict of a line, with its evidence. */
  public static Verdict explain(Session session, String line) {
    return session
        .connection()
        .read(
            ReconciliationServiceGrpc.getExplainLineMethod(),
            ExplainLineRequest.newBuilder().setLine(line).build());
  }

  private static String findings(Verdict verdict) {
    return verdict.getFindingsList().stream()
        .map(Finding.Code::name)
        .collect(Collectors.joining(" "));
  }
}

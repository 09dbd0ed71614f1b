package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.report.AgeingQuery;
import dev.redress.report.BilledLines;
import dev.redress.report.CallsQuery;
import dev.redress.report.ClaimedLine;
import dev.redress.report.LateLine;
import dev.redress.report.LeakageQuery;
import dev.redress.report.OpenDispute;
import dev.redress.report.OpenWork;
import dev.redress.report.PromisedCall;
import dev.redress.report.ReportStore;
import dev.redress.report.StakedLine;
import dev.redress.report.UpstreamQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds up in the database what reports tell, and streams what cannot be added up there. */
public final class MyBatisReportStore implements ReportStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisReportStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<BilledLines> billed(LeakageQuery query) {
    ReportScope scope = ReportScope.of(query);
    List<BilledLinesRow> all = call(mapper -> mapper.billed(scope));
    Map<BilledLinesRow.Key, BilledLinesRow> accepted =
        call(mapper -> mapper.accepted(scope)).stream()
            .collect(Collectors.toMap(BilledLinesRow::key, row -> row));
    List<BilledLines> lines = new ArrayList<>();
    accepted.values().forEach(row -> lines.add(row.toBilled(true)));
    for (BilledLinesRow row : all) {
      BilledLinesRow some = accepted.get(row.key());
      BilledLinesRow rest = some == null ? row : row.minus(some);
      if (rest.lineCount() > 0) {
        lines.add(rest.toBilled(false));
      }
    }
    return lines;
  }

  @Override
  public void staked(LeakageQuery query, Consumer<StakedLine> lines) {
    stream(
        new Neighbours<>(StakeRow::isOfSameLine, rows -> lines.accept(StakeRow.toLine(rows))),
        (mapper, rows) -> mapper.staked(ReportScope.of(query), rows));
  }

  @Override
  public void claimed(LeakageQuery query, Consumer<ClaimedLine> lines) {
    stream(
        new Neighbours<>(ClaimRow::isOfSameLine, rows -> lines.accept(ClaimRow.toLine(rows))),
        (mapper, rows) -> mapper.claimed(ReportScope.of(query), rows));
  }

  @Override
  public List<Credited> credited(LeakageQuery query) {
    return call(mapper -> mapper.credited(ReportScope.of(query))).stream()
        .map(CreditedReasonRow::toCredited)
        .toList();
  }

  @Override
  public void open(AgeingQuery query, Consumer<OpenDispute> disputes) {
    stream(
        new Neighbours<>(
            OpenDisputeRow::isOfSameDispute,
            rows -> disputes.accept(OpenDisputeRow.toDispute(rows))),
        (mapper, rows) -> mapper.open(query.provider().provider(), id(query.customer()), rows));
  }

  @Override
  public void promised(CallsQuery query, Consumer<List<PromisedCall>> disputes) {
    stream(
        new Neighbours<>(
            PromisedCallRow::isOfSameDispute,
            rows -> disputes.accept(rows.stream().map(PromisedCallRow::toCall).toList())),
        (mapper, rows) ->
            mapper.promised(
                query.provider().provider(), id(query.customer()), query.from(), query.to(), rows));
  }

  @Override
  public OpenWork openWork(Instant now) {
    return call(
        mapper ->
            new OpenWork(
                mapper.openDisputes(), mapper.liveCallbacks(), mapper.overdueCallbacks(now)));
  }

  @Override
  public List<SpoiltLines> spoilt(UpstreamQuery query) {
    ReportScope scope = ReportScope.of(query);
    return Stream.of(
            call(mapper -> mapper.neverLogged(scope)),
            call(mapper -> mapper.withoutReference(scope)),
            call(mapper -> mapper.withoutWords(scope)))
        .flatMap(List::stream)
        .map(SpoiltRow::toLines)
        .toList();
  }

  @Override
  public void late(UpstreamQuery query, Consumer<LateLine> lines) {
    var _ =
        call(
            mapper -> {
              mapper.late(
                  ReportScope.of(query), row -> lines.accept(row.getResultObject().toLine()));
              return true;
            });
  }

  private static @Nullable String id(@Nullable CustomerName customer) {
    return customer == null ? null : customer.customer();
  }

  private <R> void stream(Neighbours<R> rows, BiConsumer<ReportMapper, Neighbours<R>> statement) {
    var _ =
        call(
            mapper -> {
              statement.accept(mapper, rows);
              return true;
            });
    rows.end();
  }

  private <T> T call(Function<ReportMapper, T> statement) {
    return transactions.call(ReportMapper.class, statement);
  }
}

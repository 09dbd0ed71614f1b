package dev.redress.persistence;

import dev.redress.report.BilledLines;
import dev.redress.report.ClaimedLine;
import dev.redress.report.LeakageQuery;
import dev.redress.report.ReportStore;
import dev.redress.report.StakedLine;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/** Adds up in the database what reports tell, and streams what cannot be added up there. */
public final class MyBatisReportStore implements ReportStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisReportStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<BilledLines> billed(LeakageQuery query) {
    return call(mapper -> mapper.billed(LeakageScope.of(query))).stream()
        .map(BilledLinesRow::toBilled)
        .toList();
  }

  @Override
  public void staked(LeakageQuery query, Consumer<StakedLine> lines) {
    stream(
        new Neighbours<>(StakeRow::isOfSameLine, rows -> lines.accept(StakeRow.toLine(rows))),
        (mapper, rows) -> mapper.staked(LeakageScope.of(query), rows));
  }

  @Override
  public void claimed(LeakageQuery query, Consumer<ClaimedLine> lines) {
    stream(
        new Neighbours<>(ClaimRow::isOfSameLine, rows -> lines.accept(ClaimRow.toLine(rows))),
        (mapper, rows) -> mapper.claimed(LeakageScope.of(query), rows));
  }

  @Override
  public List<Credited> credited(LeakageQuery query) {
    return call(mapper -> mapper.credited(LeakageScope.of(query))).stream()
        .map(CreditedReasonRow::toCredited)
        .toList();
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

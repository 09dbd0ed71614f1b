package dev.redress.persistence;

import dev.redress.finding.FindingCode;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.invoice.LaborLineStore.LineScope;
import dev.redress.matching.Verdict;
import dev.redress.reconciliation.LineVerdict;
import dev.redress.reconciliation.VerdictStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps verdicts in the database. */
public final class MyBatisVerdictStore implements VerdictStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisVerdictStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void insertAll(
      ReconciliationName run,
      CustomerName customer,
      LineScope scope,
      List<Verdict> verdicts,
      Map<LineName, List<FindingCode>> findings) {
    transactions.run(
        () -> {
          transactions.batch(
              VerdictMapper.class,
              verdicts,
              verdict ->
                  VerdictRow.of(run, verdict, findings.getOrDefault(verdict.line(), List.of())),
              VerdictMapper::insert);
          transactions.batch(
              CatchAllMapper.class,
              verdicts.stream().flatMap(verdict -> SwallowedRow.of(run, verdict).stream()).toList(),
              CatchAllMapper::insert);
          call(
              mapper ->
                  mapper.makeCurrent(
                      customer.provider().provider(),
                      customer.customer(),
                      scope,
                      run.reconciliation()));
          transactions.call(
              CatchAllMapper.class,
              mapper ->
                  mapper.deleteSuperseded(customer.provider().provider(), customer.customer()));
        });
  }

  @Override
  public List<LineName> differing(
      ReconciliationName run, CustomerName customer, List<Verdict> verdicts) {
    Map<LineName, VerdictRow> unequal = new HashMap<>();
    for (VerdictRow row :
        call(
            mapper ->
                mapper.ofRun(
                    customer.provider().provider(), customer.customer(), run.reconciliation()))) {
      unequal.put(row.name(), row.withoutFindings());
    }
    for (Verdict verdict : verdicts) {
      LineName line = verdict.line();
      VerdictRow row = VerdictRow.of(run, verdict, List.of());
      if (!unequal.remove(line, row)) {
        unequal.put(line, row);
      }
    }
    return unequal.keySet().stream()
        .sorted(
            Comparator.<LineName, String>comparing(line -> line.invoice().invoice())
                .thenComparing(LineName::line))
        .toList();
  }

  @Override
  public Optional<LineVerdict> find(LineName line) {
    return call(mapper ->
            mapper.find(
                line.provider().provider(),
                line.customer().customer(),
                line.invoice().invoice(),
                line.line()))
        .map(LineVerdictRow::toLineVerdict);
  }

  @Override
  public List<LineVerdict> list(
      ProviderName provider, VerdictFilter filter, @Nullable LineName after, int countMax) {
    return transactions.run(
        () -> {
          List<LineVerdict> page = new ArrayList<>();
          for (VerdictRange range : VerdictRange.after(filter, after)) {
            int missing = countMax - page.size();
            if (missing > 0) {
              call(mapper -> mapper.list(provider.provider(), filter, range, missing))
                  .forEach(row -> page.add(find(row.toName(provider)).orElseThrow()));
            }
          }
          return page;
        });
  }

  @Override
  public List<LineVerdict> listByAmount(
      ProviderName provider, VerdictFilter filter, @Nullable LinePrice after, int countMax) {
    @Nullable LineAmountRow last = after == null ? null : LineAmountRow.of(after);
    return transactions.run(
        () ->
            call(mapper -> mapper.listByAmount(provider.provider(), filter, last, countMax))
                .stream()
                .map(row -> find(row.toName(provider)).orElseThrow())
                .toList());
  }

  private <T> T call(Function<VerdictMapper, T> statement) {
    return transactions.call(VerdictMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.RequestName;
import dev.redress.money.Money;
import dev.redress.persistence.CatchAllMapper.RequestKey;
import dev.redress.reconciliation.CatchAll;
import dev.redress.reconciliation.CatchAllStore;
import dev.redress.time.Hours;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up what catch-all requests swallow, in the database. */
public final class MyBatisCatchAllStore implements CatchAllStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisCatchAllStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public List<CatchAll> list(Scope scope, @Nullable RequestName after, int countMax) {
    @Nullable RequestKey key =
        after == null ? null : new RequestKey(after.customer().customer(), after.request());
    Map<RequestName, List<CatchAllRow>> byRequest = new LinkedHashMap<>();
    for (CatchAllRow row :
        transactions.call(
            CatchAllMapper.class, mapper -> mapper.list(ReportScope.of(scope), key, countMax))) {
      byRequest.computeIfAbsent(name(scope.provider(), row), _ -> new ArrayList<>()).add(row);
    }
    List<CatchAll> found = new ArrayList<>();
    byRequest.forEach((request, rows) -> found.add(catchAll(request, rows)));
    return found;
  }

  private static RequestName name(ProviderName provider, CatchAllRow row) {
    return new RequestName(new CustomerName(provider, row.customerId()), row.requestId());
  }

  /** One request of its rows, one a currency. */
  private static CatchAll catchAll(RequestName request, List<CatchAllRow> rows) {
    return new CatchAll(
        request,
        rows.getFirst().summary(),
        rows.stream().mapToInt(CatchAllRow::lineCount).sum(),
        rows.stream().mapToInt(CatchAllRow::unrelatedCount).sum(),
        new Hours(rows.stream().mapToLong(CatchAllRow::hours).sum()),
        rows.stream()
            .map(row -> new Money(row.amountMinor(), Currency.getInstance(row.currency())))
            .toList(),
        rows.stream().mapToDouble(CatchAllRow::bits).min().orElse(0));
  }
}

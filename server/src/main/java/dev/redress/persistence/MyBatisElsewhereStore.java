package dev.redress.persistence;

import dev.redress.finding.Elsewhere;
import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.ElsewhereStore;
import dev.redress.time.Hours;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at other customers in the database, a whole customer at a time. */
public final class MyBatisElsewhereStore implements ElsewhereStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisElsewhereStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Elsewhere read(CustomerName name, Hours dayHoursMax) {
    ProviderName provider = name.provider();
    String providerId = provider.provider();
    String customerId = name.customer();
    return transactions.run(
        () -> {
          List<BilledElsewhereRow> billed =
              call(mapper -> mapper.billed(providerId, customerId, dayHoursMax.tenThousandths()));
          List<LoggedElsewhereRow> logged = call(mapper -> mapper.logged(providerId, customerId));
          List<MeantElsewhereRow> named = call(mapper -> mapper.named(providerId, customerId));
          List<MeantElsewhereRow> alike = call(mapper -> mapper.alike(providerId, customerId));
          return new Elsewhere(
              billed.stream().map(row -> row.toBilled(provider)).toList(),
              logged.stream().map(row -> row.toLogged(provider)).toList(),
              Stream.concat(
                      named.stream().map(row -> row.toMeant(name, true)),
                      alike.stream().map(row -> row.toMeant(name, false)))
                  .toList());
        });
  }

  private <T> T call(Function<ElsewhereMapper, T> statement) {
    return transactions.call(ElsewhereMapper.class, statement);
  }
}

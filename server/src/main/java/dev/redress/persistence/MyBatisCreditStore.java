package dev.redress.persistence;

import dev.redress.dispute.Credit;
import dev.redress.dispute.CreditStore;
import dev.redress.identity.CreditName;
import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Keeps credits in the database. */
public final class MyBatisCreditStore implements CreditStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisCreditStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Credit> find(CreditName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.credit()))
        .map(CreditRow::toCredit);
  }

  @Override
  public Optional<Credit> last(LineName line) {
    return call(mapper ->
            mapper.last(
                line.provider().provider(),
                line.customer().customer(),
                line.invoice().invoice(),
                line.line()))
        .map(CreditRow::toCredit);
  }

  @Override
  public Optional<Credit> reversalOf(CreditName name) {
    return call(mapper -> mapper.reversalOf(name.provider().provider(), name.credit()))
        .map(CreditRow::toCredit);
  }

  @Override
  public Map<LineName, Money> credited(CustomerName customer) {
    Map<LineName, Money> credited = new HashMap<>();
    for (LineSumRow row :
        call(mapper -> mapper.credited(customer.provider().provider(), customer.customer()))) {
      credited.put(
          new LineName(new InvoiceName(customer, row.invoiceId()), row.lineId()),
          new Money(row.sumMinor(), Currency.getInstance(row.currency())));
    }
    return credited;
  }

  @Override
  public List<Credit> list(
      ProviderName provider, String disputeId, String customerId, String afterId, int countMax) {
    return call(
            mapper -> mapper.list(provider.provider(), disputeId, customerId, afterId, countMax))
        .stream()
        .map(CreditRow::toCredit)
        .toList();
  }

  @Override
  public void insert(Credit credit) {
    try {
      call(mapper -> mapper.insert(CreditRow.of(credit)));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private <T> T call(Function<CreditMapper, T> statement) {
    return transactions.call(CreditMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Keeps labor lines in the database. */
public final class MyBatisLaborLineStore implements LaborLineStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisLaborLineStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<LaborLine> find(LineName name) {
    return call(mapper ->
            mapper.find(
                name.provider().provider(),
                name.customer().customer(),
                name.invoice().invoice(),
                name.line()))
        .map(LaborLineRow::toLine);
  }

  @Override
  public List<LaborLine> list(InvoiceName invoice, String afterId, int countMax) {
    return call(
            mapper ->
                mapper.list(
                    invoice.provider().provider(),
                    invoice.customer().customer(),
                    invoice.invoice(),
                    afterId,
                    countMax))
        .stream()
        .map(LaborLineRow::toLine)
        .toList();
  }

  @Override
  public List<LaborLine> all(CustomerName customer) {
    return call(mapper -> mapper.all(customer.provider().provider(), customer.customer())).stream()
        .map(LaborLineRow::toLine)
        .toList();
  }

  @Override
  public List<CustomerName> customersWithLines(ProviderName provider, LineScope scope) {
    return call(mapper -> mapper.customersWithLines(provider.provider(), scope)).stream()
        .map(id -> new CustomerName(provider, id))
        .toList();
  }

  @Override
  public Map<LineName, String> contentHashes(Collection<LineName> names) {
    return call(mapper -> new LineHashLookup(mapper, transactions.keysMax()).find(names));
  }

  @Override
  public List<LineName> held(Collection<LineName> names) {
    return transactions.run(
        () -> {
          Set<LineName> held = new HashSet<>();
          for (InvoiceName invoice :
              new LinkedHashSet<>(names.stream().map(LineName::invoice).toList())) {
            call(mapper ->
                    mapper.held(
                        invoice.provider().provider(),
                        invoice.customer().customer(),
                        invoice.invoice()))
                .forEach(lineId -> held.add(new LineName(invoice, lineId)));
          }
          return names.stream().filter(held::contains).distinct().toList();
        });
  }

  @Override
  public void insertAll(List<LaborLine> lines) {
    try {
      transactions.batch(LaborLineMapper.class, lines, LaborLineRow::of, LaborLineMapper::insert);
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(lines, LaborLine::name), e);
    }
  }

  @Override
  public void update(LaborLine line) {
    int count = call(mapper -> mapper.update(LaborLineRow.of(line)));
    Refusals.requireStored(count, line.name());
  }

  private <T> T call(Function<LaborLineMapper, T> statement) {
    return transactions.call(LaborLineMapper.class, statement);
  }
}

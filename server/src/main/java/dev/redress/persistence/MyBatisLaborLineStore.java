package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.InvoiceName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.invoice.LaborLine;
import dev.redress.invoice.LaborLineStore;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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
          Set<LineName> held = new LinkedHashSet<>();
          Grouped.by(names, LineName::customer, name -> name.invoice().invoice())
              .forEach((customer, invoiceIds) -> held.addAll(held(customer, invoiceIds)));
          return names.stream().filter(held::contains).distinct().toList();
        });
  }

  @Override
  public void insertAll(List<LaborLine> lines) {
    try {
      transactions.batch(
          LaborLineMapper.class, lines, (mapper, line) -> mapper.insert(LaborLineRow.of(line)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(Refusals.oneOf(lines, LaborLine::name), e);
    }
  }

  @Override
  public void update(LaborLine line) {
    int count = call(mapper -> mapper.update(LaborLineRow.of(line)));
    Refusals.requireStored(count, line.name());
  }

  /** All held lines of these invoices. */
  private Set<LineName> held(CustomerName customer, NavigableSet<String> invoiceIds) {
    Set<LineName> held = new LinkedHashSet<>();
    String providerId = customer.provider().provider();
    String customerId = customer.customer();
    for (List<String> chunk : KeyChunks.of(invoiceIds, transactions.keysMax())) {
      call(mapper -> mapper.disputed(providerId, customerId, chunk))
          .forEach(row -> held.add(row.toName(customer)));
      call(mapper -> mapper.credited(providerId, customerId, chunk))
          .forEach(row -> held.add(row.toName(customer)));
    }
    return held;
  }

  private <T> T call(Function<LaborLineMapper, T> statement) {
    return transactions.call(LaborLineMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.DisputeName;
import dev.redress.journal.HashChain;
import dev.redress.journal.JournalEntry;
import dev.redress.journal.Remains;
import dev.redress.privacy.Erasure;
import dev.redress.privacy.OpenWork;
import dev.redress.privacy.PersonalData;
import dev.redress.privacy.PrivacyStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds and erases what the database holds of a customer. */
public final class MyBatisPrivacyStore implements PrivacyStore {
  private static final int EVENTS_AT_ONCE = 1_000;

  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisPrivacyStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Erasure> find(CustomerName customer) {
    return call(mapper -> mapper.find(provider(customer), customer.customer()))
        .map(ErasureRow::toErasure);
  }

  @Override
  public void holdAlone(CustomerName customer) {
    new ErasureHold(transactions).alone(customer);
  }

  @Override
  public OpenWork openWork(CustomerName customer) {
    return call(mapper -> mapper.openWork(provider(customer), customer.customer())).toOpenWork();
  }

  @Override
  public Set<String> people(CustomerName customer) {
    Set<String> people =
        new HashSet<>(call(mapper -> mapper.people(provider(customer), customer.customer())));
    people.removeAll(
        transactions.connected(connection -> new PersonalRows(connection, customer).staff()));
    return people;
  }

  @Override
  public long eraseRows(CustomerName customer, Set<String> people) {
    List<String> disputes =
        call(mapper -> mapper.disputes(provider(customer), customer.customer()));
    long rows =
        transactions.connected(
            connection -> {
              PersonalRows personal = new PersonalRows(connection, customer);
              return personal.erase(people)
                  + personal.eraseVerdicts()
                  + new ErasedAnswers(connection, customer, disputes).erase();
            });
    return rows + call(mapper -> mapper.eraseProblems(provider(customer), PersonalData.ERASED));
  }

  @Override
  public Remains eraseEvents(CustomerName customer, UnaryOperator<JournalEntry> without) {
    EventScope scope = EventScope.of(customer);
    Remains remains = Remains.NONE;
    long after = 0;
    List<WholeEventRow> page;
    do {
      long last = after;
      page = call(mapper -> mapper.wholeEvents(scope, last, EVENTS_AT_ONCE));
      List<JournalRow> changed = new ArrayList<>();
      for (WholeEventRow event : page) {
        after = event.sequenceNumber();
        JournalEntry whole = event.toRow().toEvent().entry();
        JournalEntry left = without.apply(whole);
        if (!left.equals(whole)) {
          JournalRow row = taken(event, left, customer);
          remains = remains.and(after, String.valueOf(row.remainsHash()));
          changed.add(row);
        }
      }
      transactions.batch(PrivacyMapper.class, changed, PrivacyMapper::takeWords);
    } while (page.size() == EVENTS_AT_ONCE);
    return remains;
  }

  private static JournalRow taken(WholeEventRow event, JournalEntry left, CustomerName customer) {
    String previous = event.previousHash();
    return new JournalRow(
        event.providerId(),
        event.sequenceNumber(),
        event.createTime(),
        left.actor().name(),
        event.action(),
        event.resource(),
        left.reason(),
        AttributesJson.write(left.details()),
        event.hash(),
        left.dispute().map(DisputeName::dispute).orElse(null),
        customer.customer(),
        HashChain.link(
            previous == null ? HashChain.ORIGIN : previous, event.sequenceNumber(), left));
  }

  @Override
  public void insert(Erasure erasure) {
    int _ = call(mapper -> mapper.insert(ErasureRow.of(erasure)));
  }

  @Override
  public void export(CustomerName customer, Consumer<ExportedRow> reader) {
    boolean _ =
        transactions.connected(
            connection -> {
              new CustomerExport(connection, new PersonalRows(connection, customer), reader)
                  .write();
              return true;
            });
  }

  private static String provider(CustomerName customer) {
    return customer.provider().provider();
  }

  private <T> T call(Function<PrivacyMapper, T> statement) {
    return transactions.call(PrivacyMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.identity.CustomerName;
import dev.redress.identity.ProviderName;
import dev.redress.identity.ReconciliationName;
import dev.redress.reconciliation.Part;
import dev.redress.reconciliation.PartResult;
import dev.redress.reconciliation.Progress;
import dev.redress.reconciliation.Reconciliation;
import dev.redress.reconciliation.ReconciliationStore;
import dev.redress.reconciliation.Share;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps runs in the database. */
public final class MyBatisReconciliationStore implements ReconciliationStore {

  /** Free parts that a worker looks at in one go. */
  private static final int CLAIMABLE_MAX = 16;

  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisReconciliationStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Reconciliation> find(ReconciliationName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.reconciliation()))
        .map(ReconciliationRow::toRun);
  }

  @Override
  public List<Reconciliation> list(ProviderName provider, String beforeId, int countMax) {
    return call(mapper -> mapper.list(provider.provider(), beforeId, countMax)).stream()
        .map(ReconciliationRow::toRun)
        .toList();
  }

  @Override
  public Progress progress(ReconciliationName name) {
    return call(mapper -> mapper.progress(name.provider().provider(), name.reconciliation()))
        .toProgress();
  }

  @Override
  public List<Share> shares(ReconciliationName name) {
    return call(mapper -> mapper.shares(name.provider().provider(), name.reconciliation())).stream()
        .map(ShareRow::toShare)
        .toList();
  }

  @Override
  public List<CustomerName> inconclusiveCustomers(ReconciliationName name) {
    return call(
            mapper ->
                mapper.inconclusiveCustomers(name.provider().provider(), name.reconciliation()))
        .stream()
        .map(id -> new CustomerName(name.provider(), id))
        .toList();
  }

  @Override
  public List<DonePart> parts(ReconciliationName name) {
    return call(mapper -> mapper.parts(name.provider().provider(), name.reconciliation())).stream()
        .map(row -> row.toPart(name.provider()))
        .toList();
  }

  @Override
  public void insert(Reconciliation run, List<CustomerName> customers) {
    String providerId = run.name().provider().provider();
    try {
      transactions.run(
          () -> {
            call(mapper -> mapper.insert(ReconciliationRow.of(run)));
            transactions.batch(
                ReconciliationMapper.class,
                customers,
                (mapper, customer) ->
                    mapper.insertPart(
                        providerId, run.name().reconciliation(), customer.customer()));
          });
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(run.name(), e);
    }
  }

  @Override
  public boolean end(Reconciliation ended) {
    return call(mapper -> mapper.end(ReconciliationRow.of(ended))) == 1;
  }

  @Override
  public Optional<Part> claim(String worker, Instant now, Instant until) {
    return transactions.run(
        () -> {
          List<PartRow> free =
              new ArrayList<>(call(mapper -> mapper.claimable(now, CLAIMABLE_MAX)));
          // So that workers who look at the same time seldom want the same part.
          Collections.shuffle(free);
          for (PartRow part : free) {
            if (call(mapper -> mapper.claim(part, worker, now, until)) == 1) {
              return Optional.of(part.begun().toPart());
            }
          }
          return Optional.empty();
        });
  }

  @Override
  public void claim(Part part, String worker, Instant until) {
    int count = call(mapper -> mapper.claimOwn(PartRow.of(part), worker, until));
    Refusals.requireStored(count, part);
  }

  @Override
  public void renew(Part part, String worker, Instant until) {
    call(mapper -> mapper.renew(PartRow.of(part), worker, until));
  }

  @Override
  public void release(String worker) {
    call(mapper -> mapper.release(worker));
  }

  @Override
  public boolean complete(Part part, String worker, PartResult result) {
    PartRow row = PartRow.of(part);
    return transactions.run(
        () -> {
          if (call(mapper -> mapper.complete(row, worker, result)) == 0) {
            return false;
          }
          transactions.batch(
              ReconciliationMapper.class,
              result.shares(),
              (mapper, share) -> mapper.insertShare(row, ShareRow.of(share)));
          return true;
        });
  }

  @Override
  public void giveBack(Part part, String worker, Return how) {
    String state = how == Return.FAILED ? "FAILED" : "PENDING";
    int tries = how == Return.UNTRIED ? part.tries() - 1 : part.tries();
    call(mapper -> mapper.giveBack(PartRow.of(part), worker, state, tries));
  }

  @Override
  public List<ReconciliationName> complete() {
    return call(ReconciliationMapper::completeRuns).stream().map(RunKeyRow::toName).toList();
  }

  private <T> T call(Function<ReconciliationMapper, T> statement) {
    return transactions.call(ReconciliationMapper.class, statement);
  }
}

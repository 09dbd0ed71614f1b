package dev.redress.persistence;

import dev.redress.finding.Finding;
import dev.redress.finding.FindingCode;
import dev.redress.finding.FindingRules;
import dev.redress.identity.CustomerName;
import dev.redress.identity.LineName;
import dev.redress.identity.ProviderName;
import dev.redress.reconciliation.Dismissal;
import dev.redress.reconciliation.FindingRulesStore;
import dev.redress.reconciliation.FindingStore;
import dev.redress.reconciliation.KnownFinding;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps findings, and the rules by which they are looked for, in the database. */
public final class MyBatisFindingStore implements FindingStore, FindingRulesStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisFindingStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public void replaceAll(CustomerName customer, Collection<Finding> findings, FindingRules rules) {
    transactions.run(
        () -> {
          call(mapper -> mapper.deleteAll(customer.provider().provider(), customer.customer()));
          transactions.batch(
              FindingMapper.class,
              findings,
              (mapper, finding) ->
                  mapper.insert(FindingRow.of(finding, rules.mode(finding.code()))));
        });
  }

  @Override
  public List<KnownFinding> of(LineName line) {
    return call(
            mapper ->
                mapper.of(
                    line.provider().provider(),
                    line.customer().customer(),
                    line.invoice().invoice(),
                    line.line()))
        .stream()
        .map(FindingRow::toKnownFinding)
        .sorted(Comparator.comparing(known -> known.finding().code()))
        .toList();
  }

  @Override
  public List<KnownFinding> list(
      ProviderName provider, FindingFilter filter, @Nullable Place after, int countMax) {
    @Nullable FindingPlaceRow last = after == null ? null : FindingPlaceRow.of(after);
    return call(mapper -> mapper.list(provider.provider(), filter, last, countMax)).stream()
        .map(FindingRow::toKnownFinding)
        .toList();
  }

  @Override
  public List<Dismissal> dismissals(CustomerName customer) {
    return call(mapper -> mapper.dismissals(customer.provider().provider(), customer.customer()))
        .stream()
        .map(DismissalRow::toDismissal)
        .toList();
  }

  @Override
  public void dismiss(Dismissal dismissal) {
    DismissalRow row = DismissalRow.of(dismissal);
    try {
      transactions.run(
          () -> {
            if (call(mapper -> mapper.updateDismissal(row)) == 0) {
              call(mapper -> mapper.insertDismissal(row));
            }
          });
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public boolean restore(LineName line, FindingCode code) {
    return call(
            mapper ->
                mapper.deleteDismissal(
                    line.provider().provider(),
                    line.customer().customer(),
                    line.invoice().invoice(),
                    line.line(),
                    code))
        > 0;
  }

  @Override
  public Versioned find(ProviderName provider) {
    return call(mapper -> mapper.rules(provider.provider()))
        .map(FindingRulesRow::toRules)
        .orElse(new Versioned(FindingRules.SHIPPED, 0));
  }

  @Override
  public void put(ProviderName provider, Versioned rules) {
    FindingRulesRow row = FindingRulesRow.of(provider, rules);
    try {
      int count =
          rules.version() == 1
              ? call(mapper -> mapper.insertRules(row))
              : call(mapper -> mapper.updateRules(row));
      if (count != 1) {
        throw Refusals.stale("the finding rules of " + provider);
      }
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private <T> T call(Function<FindingMapper, T> statement) {
    return transactions.call(FindingMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.absence.Absence;
import dev.redress.absence.AbsenceStore;
import dev.redress.identity.AbsenceName;
import dev.redress.identity.ProviderName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps absences in the database. */
public final class MyBatisAbsenceStore implements AbsenceStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisAbsenceStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Absence> find(AbsenceName name) {
    return call(mapper -> mapper.find(name.provider().provider(), name.absence()))
        .map(AbsenceRow::toAbsence);
  }

  @Override
  public List<Absence> list(
      ProviderName provider, AbsenceFilter filter, Instant now, String afterId, int countMax) {
    return absences(mapper -> mapper.list(provider.provider(), filter, now, afterId, countMax));
  }

  @Override
  public List<Absence> covering(ProviderName provider, Instant from, Instant until) {
    return absences(mapper -> mapper.covering(provider.provider(), from, until));
  }

  @Override
  public Optional<Absence> overlapping(
      ProviderName provider, String person, Instant from, Instant until) {
    return absences(mapper -> mapper.overlapping(provider.provider(), person, from, until)).stream()
        .findFirst();
  }

  @Override
  public int count(ProviderName provider, Instant endAfter) {
    return call(mapper -> mapper.count(provider.provider(), endAfter));
  }

  @Override
  public void hold(ProviderName provider) {
    Refusals.requireStored(call(mapper -> mapper.holdProvider(provider.provider())), provider);
  }

  @Override
  public void insert(Absence absence) {
    try {
      call(mapper -> mapper.insert(AbsenceRow.of(absence)));
    } catch (DuplicateKeyException e) {
      throw Refusals.exists(absence.name(), e);
    }
  }

  @Override
  public boolean delete(AbsenceName name) {
    return call(mapper -> mapper.delete(name.provider().provider(), name.absence())) == 1;
  }

  private List<Absence> absences(Function<AbsenceMapper, List<AbsenceRow>> statement) {
    return call(statement).stream().map(AbsenceRow::toAbsence).toList();
  }

  private <T> T call(Function<AbsenceMapper, T> statement) {
    return transactions.call(AbsenceMapper.class, statement);
  }
}

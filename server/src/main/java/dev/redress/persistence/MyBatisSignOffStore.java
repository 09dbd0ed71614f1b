package dev.redress.persistence;

import dev.redress.callback.SignOff;
import dev.redress.callback.SignOffStore;
import dev.redress.identity.CallbackName;
import java.util.Optional;
import java.util.function.Function;

/** Keeps sign-offs in the database. */
public final class MyBatisSignOffStore implements SignOffStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisSignOffStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<SignOff> find(CallbackName callback) {
    return call(mapper -> mapper.find(callback.provider().provider(), callback.callback()))
        .map(SignOffRow::toSignOff);
  }

  @Override
  public void insert(SignOff signOff) {
    try {
      call(mapper -> mapper.insert(SignOffRow.of(signOff)));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  private <T> T call(Function<SignOffMapper, T> statement) {
    return transactions.call(SignOffMapper.class, statement);
  }
}

package dev.redress.persistence;

import dev.redress.identity.NotificationTargetName;
import dev.redress.notification.Letter;
import dev.redress.notification.LetterStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Keeps events that targets did not take in the database. */
public final class MyBatisLetterStore implements LetterStore {
  private final MyBatisTransactions transactions;

  /** Within these transactions. */
  public MyBatisLetterStore(MyBatisTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<Letter> find(NotificationTargetName target, long sequence) {
    return call(mapper -> mapper.find(target.provider().provider(), target.target(), sequence))
        .map(LetterRow::toLetter);
  }

  @Override
  public Optional<Letter> due(NotificationTargetName target, Instant now) {
    return call(mapper -> mapper.due(target.provider().provider(), target.target(), now))
        .map(LetterRow::toLetter);
  }

  @Override
  public List<Letter> dead(NotificationTargetName target, long afterSequence, int countMax) {
    return call(
            mapper ->
                mapper.dead(target.provider().provider(), target.target(), afterSequence, countMax))
        .stream()
        .map(LetterRow::toLetter)
        .toList();
  }

  @Override
  public LetterCounts count(NotificationTargetName target) {
    return call(mapper -> mapper.count(target.provider().provider(), target.target())).toCounts();
  }

  @Override
  public void insert(Letter letter) {
    try {
      call(mapper -> mapper.insert(LetterRow.of(letter)));
    } catch (DuplicateKeyException e) {
      throw Refusals.collision(e);
    }
  }

  @Override
  public void update(Letter before, Letter after) {
    call(mapper -> mapper.update(LetterRow.of(before), LetterRow.of(after)));
  }

  @Override
  public void delete(Letter letter) {
    NotificationTargetName target = letter.target();
    call(mapper -> mapper.delete(target.provider().provider(), target.target(), letter.sequence()));
  }

  @Override
  public int revive(NotificationTargetName target, Instant now) {
    return call(mapper -> mapper.revive(target.provider().provider(), target.target(), now));
  }

  @Override
  public int discard(NotificationTargetName target) {
    return call(mapper -> mapper.discard(target.provider().provider(), target.target()));
  }

  private <T> T call(Function<LetterMapper, T> statement) {
    return transactions.call(LetterMapper.class, statement);
  }
}
